/// Brings the paths by which machines and pools name a file to one form, so that they can be compared.
struct StoragePath: Hashable, Sendable {
    /// Whether this process sees the host's files, so that links can be followed.
    let isLocal: Bool

    func canonical(_ path: String) -> String {
        isLocal ? LocalFiles.resolved(path) ?? Self.tidy(path) : Self.tidy(path)
    }

    /// Without doubled and trailing slashes and without "." parts; ".." stays, for a link may stand before it.
    static func tidy(_ path: String) -> String {
        guard path.hasPrefix("/") else { return path }
        return "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}
