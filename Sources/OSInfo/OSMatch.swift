/// What a name of an operating system led to.
public enum OSMatch: Sendable, Hashable {
    /// The database knows the release under that name.
    case exact(OperatingSystem)
    /// The database does not know that release; this is the nearest of the same distribution. `reason` is a
    /// sentence for the user.
    case nearest(OperatingSystem, asked: String, reason: String)
    /// No such distribution; names that look alike, the likeliest first.
    case none(suggestions: [String])
}
