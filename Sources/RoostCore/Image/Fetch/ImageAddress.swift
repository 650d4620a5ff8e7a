#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The address of something that is fetched: http or https, with a host, without a password.
struct ImageAddress: Hashable, Sendable {
    private static let longest = 2048

    let text: String
    let url: URL

    /// - Throws: ``Failure`` of kind usage.
    init(_ text: String) throws(Failure) {
        let shown = ValueProblem.quote(text)
        func fail(_ why: String) -> Failure { Failure(.usage, "\(shown) is not an address to fetch from", why: why) }
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw fail("it is too long, or holds spaces, control characters or letters that an address has to encode")
        }
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased() else { throw fail("it is none") }
        guard ["http", "https"].contains(scheme) else { throw fail("only http and https are fetched from") }
        guard let host = url.host, !host.isEmpty else { throw fail("it names no host") }
        // It would be kept beside the image, and shown in lists.
        guard url.user == nil, url.password == nil else { throw fail("it holds a user or a password") }
        self.text = text
        self.url = url
    }

    /// Whether nobody on the way can read or change what comes.
    var isSecure: Bool { url.scheme?.lowercased() == "https" }

    /// The last part of its path: what the publisher calls the file.
    var file: String { url.path.split(separator: "/").last.map(String.init) ?? "" }

    /// The address that a `Location` header means.
    /// - Throws: ``Failure`` of kind usage.
    func redirected(to location: String) throws(Failure) -> ImageAddress {
        guard let url = URL(string: location, relativeTo: self.url)?.absoluteURL else {
            throw Failure(.usage, "\(ValueProblem.quote(location)) is not an address to fetch from")
        }
        return try ImageAddress(url.absoluteString)
    }
}
