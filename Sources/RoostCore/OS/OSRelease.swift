internal import OSInfo

/// An operating system that the osinfo database knows.
public struct OSRelease: Hashable, Sendable, Codable {
    /// What `--os-variant` takes: "debian12".
    public var id: String
    /// Other names for the same.
    public var aliases: [String]
    public var name: String
    public var version: String?
    public var family: String?
    /// `YYYY-MM-DD`.
    public var released: String?
    /// `YYYY-MM-DD`; nil while it is not known.
    public var endOfLife: String?

    /// The systems of the database in natural order.
    /// - Parameter pattern: a shell-style pattern, or a part of a name; letter case does not count.
    /// - Throws: ``Failure`` with the package to install where there is no database.
    public static func list(matching pattern: String? = nil) throws(Failure) -> [OSRelease] {
        do {
            return try OSDatabase.load().all(matching: pattern).map(OSRelease.init)
        } catch {
            guard case .notInstalled(let directory) = error else {
                throw Failure(.general, "Cannot list the operating systems", why: error.description)
            }
            throw Failure(
                .notFound, "Cannot list the operating systems", why: "there is no osinfo database in \(directory)",
                remedy: "sudo apt-get install osinfo-db")
        }
    }

    private init(_ system: OperatingSystem) {
        id = system.shortID
        aliases = system.aliases
        name = system.name
        version = system.version
        family = system.family
        released = system.releaseDate
        endOfLife = system.endOfLife
    }
}
