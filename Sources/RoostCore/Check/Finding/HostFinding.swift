/// One thing that a check of a host looked at.
public struct HostFinding: Hashable, Sendable, Codable {
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case ok
        /// Nothing is wrong; something is worth knowing.
        case note
        /// It works, less well or less safely than it could.
        case warning
        /// Machines do not run as they should.
        case failure
        /// It could not be looked at.
        case unknown
    }

    public enum Topic: String, Hashable, Sendable, Codable, CaseIterable {
        case processor, kernel, software, services, users, network, storage, security, names
    }

    /// Stable, for scripts: "cpu.virtualization".
    public let id: String
    public let topic: Topic
    /// What was looked at: "Hardware virtualization".
    public let title: String
    public let state: State
    /// What was seen.
    public let evidence: String?
    /// What it means and what to choose, in words, where commands do not tell.
    public let advice: String?
    /// Commands to copy, for that host; `sudo` stands in front where root's rights are needed.
    public let remedy: [String]
    /// What `--fix` does about it; nil where that is not safe.
    public let fix: HostChange?
}
