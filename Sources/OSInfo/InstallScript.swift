/// The answers to an installer's questions, in its own language: a preseed file, a kickstart file. It holds passwords.
public struct InstallScript: Sendable, Hashable {
    /// The name under which the installer looks for it in its initial RAM disk.
    public let fileName: String
    public let text: String
    /// What the installer's kernel is to be told.
    public let kernelArguments: [String]
    /// Whether the installation fetches packages, whatever is on the medium.
    public let needsInternet: Bool
}
