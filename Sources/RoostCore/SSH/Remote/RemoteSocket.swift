/// A libvirt socket that was seen on a far host.
struct RemoteSocket: Hashable, Sendable, Codable {
    let path: String
    /// Whether the user who logged in may open it.
    let isOpen: Bool
    /// The group that owns it.
    let group: String

    var name: Substring { path.split(separator: "/").last ?? "" }
}
