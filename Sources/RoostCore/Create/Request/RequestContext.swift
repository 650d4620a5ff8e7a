/// What the reading of a request needs to know of its surroundings. Reading does no I/O of its own.
public struct RequestContext: Sendable, Equatable {
    /// The directory that relative paths start from; nil when paths belong to another host and must be absolute.
    public var workingDirectory: String?
    /// Whether a disk may be without a source: the first one is made from an image then.
    var copiesImage = false

    /// - Parameter workingDirectory: an absolute path without symbolic links, as `getcwd` gives it, or nil.
    public init(workingDirectory: String?) {
        self.workingDirectory = workingDirectory
    }
}
