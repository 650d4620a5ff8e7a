/// A name as a person types it, perhaps with the host in front: `NAME`, `HOST/NAME`, for volumes and images
/// `HOST/POOL/NAME` and `HOST//PATH`.
public struct HostedName: Hashable, Sendable {
    public enum Form: Hashable, Sendable {
        /// Without slashes, as machines, networks and pools have.
        case item
        /// `POOL/NAME`, a path, or a bare name.
        case volume
        /// The same for an image: with one slash it is a host that stands in front, if there is one of that name.
        case image
    }

    /// What was typed.
    public let text: String
    /// The host in front; nil for none.
    public let host: String?
    /// The name without the host.
    public let name: String

    /// - Parameter chosen: names of hosts, such as URIs, that hold slashes themselves.
    public init(_ text: String, _ form: Form, chosen: [String] = []) {
        self.text = text
        let known = chosen.filter { text.hasPrefix($0 + "/") }.max { $0.utf8.count < $1.utf8.count }
        let slashes = text.count { $0 == "/" }
        let first = text.prefix { $0 != "/" }
        if let known {
            host = known
        } else if !first.isEmpty, slashes >= (form == .item ? 1 : 2) {
            host = String(first)
        } else {
            host = nil
        }
        name = host.map { String(text.dropFirst($0.count + 1)) } ?? text
    }
}
