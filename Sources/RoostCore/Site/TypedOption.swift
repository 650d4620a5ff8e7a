/// An option in the language of `create`, as it was typed, and where that was.
public struct TypedOption: Hashable, Sendable {
    public let text: String
    /// What relative paths start from, on a host that is this computer; they mean nothing on another one.
    public let directory: String?

    /// - Parameter directory: an absolute path without symbolic links, or nil where paths are of another computer.
    public init(_ text: String, in directory: String?) {
        self.text = text
        self.directory = directory
    }

    func context(for host: Host) -> RequestContext {
        RequestContext(workingDirectory: host.uri.isLocal ? directory : nil)
    }
}
