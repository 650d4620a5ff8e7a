import Crypto
import Hummingbird

/// Names a version of something, so that nobody changes what they have not seen.
struct EntityTag: Hashable, Sendable {
    let text: String

    init(of content: some Sequence<UInt8>) {
        let digest = SHA256.hash(data: Array(content))
        text = "\"" + digest.prefix(16).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined() + "\""
    }

    /// Whether a request wants this version, or does not say.
    /// - Throws: ``Problem`` with status 412 where it wants another one.
    func check(_ request: Request) throws(Problem) {
        guard let wanted = request.headers[.ifMatch], wanted != "*", wanted != text else { return }
        throw Problem(
            "changed", status: 412, "Nothing was changed", detail: "It is not any more what you have seen.",
            remedy: "Look at it again.")
    }
}
