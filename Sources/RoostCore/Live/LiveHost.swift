#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A host as it is known at the moment.
public struct LiveHost: Hashable, Sendable, Codable {
    public enum State: String, Hashable, Sendable, Codable {
        /// For the first time.
        case connecting
        case connected
        /// Roost goes on trying.
        case unreachable
    }

    public var name: String
    public var uri: String
    /// Whether it is the computer that this program runs on.
    public var isLocal: Bool
    public var state: State
    /// Why it is unreachable.
    public var why: String?
    /// What can be done about it.
    public var remedy: String?
    /// Since when it is as it is.
    public var since: Date
    /// As of the last look, at most a minute old while it is connected; nil before the first.
    public var info: HostInfo?
    public var machines: HostInfo.Counts
    /// What the host itself uses, whoever uses it, and what its machines read, write, receive and send together. nil while it
    /// does not answer, or has not been measured yet.
    public var usage: LiveUsage?
}
