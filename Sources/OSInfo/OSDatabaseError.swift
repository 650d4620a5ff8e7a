/// Why the database gave no answer.
public enum OSDatabaseError: Error, Sendable, Hashable {
    /// The directory holds no database; Debian's package is `osinfo-db`.
    case notInstalled(directory: String)
    /// libosinfo could not read it.
    case unreadable(reason: String)
    /// There is no such file, it is not a regular file, or it may not be read.
    case cannotOpen(path: String, reason: String)
    /// The file is there but is no ISO 9660 image.
    case notAnISO(path: String)
}

extension OSDatabaseError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notInstalled(let directory): "no database of operating systems in \(directory); install osinfo-db"
        case .unreadable(let reason): "the database of operating systems could not be read: \(reason)"
        case .cannotOpen(let path, let reason): "cannot open \(path): \(reason)"
        case .notAnISO(let path): "\(path) is not an ISO 9660 image"
        }
    }
}
