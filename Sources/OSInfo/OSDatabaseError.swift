/// Why the database gave no answer.
public enum OSDatabaseError: Error, Sendable, Hashable {
    /// The directory holds no database; Debian's package is `osinfo-db`.
    case notInstalled(directory: String)
    /// libosinfo could not read it.
    case unreadable(reason: String)
    /// There is no such file, or it is not a regular file.
    case noSuchImage(path: String)
    /// The file is there but is no ISO 9660 image.
    case notAnISO(path: String, reason: String)
}

extension OSDatabaseError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notInstalled(let directory): "no database of operating systems in \(directory); install osinfo-db"
        case .unreadable(let reason): "the database of operating systems could not be read: \(reason)"
        case .noSuchImage(let path): "\(path) does not exist or is not a file"
        case .notAnISO(let path, let reason): "\(path) is not an ISO image: \(reason)"
        }
    }
}
