/// How much of a machine a release needs.
public struct OSResources: Sendable, Hashable, Codable {
    /// An architecture such as `x86_64`, or `all`.
    public let architecture: String
    /// In bytes.
    public let memory: UInt64?
    public let cpus: Int?
    /// In bytes.
    public let storage: UInt64?

    static func pick(_ all: [OSResources], architecture: String) -> OSResources? {
        all.first { $0.architecture == architecture } ?? all.first { $0.architecture == "all" }
    }
}
