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

    /// Events were lost, as they came faster than they were taken. What has changed is told next.
    package static func resynchronise(_ subject: Subject) -> HostEvent {
        HostEvent(
            time: Date(), subject: .host, event: "resynchronise", detail: "some \(subject.rawValue) events were lost")
    }

    /// What must have happened while nobody told of it.
    package static func missed(_ event: String, subject: Subject, name: String, uuid: String) -> HostEvent {
        HostEvent(
            time: Date(), subject: subject, name: name, uuid: uuid, event: event, detail: "while events were not seen")
    }

    /// The connection was lost and is being made again.
    package static func disconnected(_ failure: Failure) -> HostEvent {
        HostEvent(time: Date(), subject: .host, event: "disconnected", detail: failure.why ?? failure.what)
    }

    /// The connection stands again. What has changed is told next.
    package static func reconnected(after gap: Duration) -> HostEvent {
        HostEvent(
            time: Date(), subject: .host, event: "reconnected", detail: "after \(gap.components.seconds) s")
    }
}
