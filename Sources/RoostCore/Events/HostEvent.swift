#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Something that happened on a host.
public struct HostEvent: Hashable, Sendable, Codable {
    /// What it happened to.
    public enum Subject: String, Hashable, Sendable, Codable {
        case machine
        case network
        case pool
        /// The host itself; its events have no name.
        case host
    }

    /// When it was seen here.
    public var time: Date
    public var subject: Subject
    public var name: String?
    public var uuid: String?
    /// A word or a few with dashes: `started`, `disk-changed`, `resynchronise`.
    public var event: String
    /// More about it, for people: `booted`.
    public var detail: String?

    /// Events were lost, as they came faster than they were taken: what is shown of the host must be listed anew.
    static func resynchronise(_ subject: Subject) -> HostEvent {
        HostEvent(
            time: Date(), subject: .host, event: "resynchronise",
            detail: "some \(subject.rawValue) events were lost; list anew")
    }
}
