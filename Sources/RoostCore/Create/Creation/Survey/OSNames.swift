import OSInfo

/// The names that `--os-variant` takes.
public enum OSNames {
    /// Short names in natural order. Blocks on file input.
    /// - Throws: ``Failure`` when the database is not installed.
    public static func all() throws(Failure) -> [String] {
        do {
            return try OSDatabase.load().all().map(\.shortID)
        } catch {
            throw Failure(.unsupported, "The operating systems cannot be listed", why: "\(error)")
        }
    }
}
