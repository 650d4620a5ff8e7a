import Glibc

/// Brings the paths by which machines and pools name a file to one form, so that they can be compared.
struct StoragePath: Hashable, Sendable {
    /// Whether this process sees the host's files, so that links can be followed.
    let isLocal: Bool

    func canonical(_ path: String) -> String {
        guard isLocal, !path.utf8.contains(0), let resolved = unsafe realpath(path, nil) else {
            return Self.tidy(path)
        }
        // Safety: realpath allocated a string that ends in a zero, and hands it over.
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// Without doubled and trailing slashes and without "." parts; ".." stays, for a link may stand before it.
    static func tidy(_ path: String) -> String {
        guard path.hasPrefix("/") else { return path }
        return "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}
