/// A file that an installer boots with.
enum InstallerFile: Hashable, Sendable {
    /// A file of the host.
    case path(String)
    /// A file in the image of a disc: the image's path on the host, and the path inside.
    case onDisc(String, String)
}
