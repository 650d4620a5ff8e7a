import Foundation
import RoostCore

/// A piece of work that takes longer than an answer may: what it is, how far, and how it ended.
struct OperationStatus: Hashable, Codable, Sendable {
    enum State: String, Hashable, Codable, Sendable {
        case running, done, failed, cancelled
    }

    let id: UUID
    /// In the person's words: "create web1".
    let what: String
    /// Empty for what is about several hosts.
    let host: String
    /// Who has started it.
    let user: String
    var state = State.running
    var progress: OperationProgress?
    let started: Date
    var ended: Date?
    var failure: Failure?
    /// What came of it; for who has started it and for administrators, as it can hold a password that was made.
    var result: JSONValue?

    /// For everybody.
    var withoutResult: OperationStatus {
        var status = self
        status.result = nil
        return status
    }

    /// As somebody may see it.
    func shown(to identity: Identity) -> OperationStatus {
        identity.user == user || identity.role == .administrator ? self : withoutResult
    }
}
