import Foundation
import GRDB
import Logging
import RoostCore
import Synchronization

/// Writes down every change before it is made, and how it ended. What cannot be written down is not done.
final class AuditTrail: Sendable {
    private let store: Store
    private let listeners = Mutex<[@Sendable (AuditEntry) -> Void]>([])
    private let log: Logger

    init(store: Store, log: Logger = Logger(label: "roost.audit")) {
        self.store = store
        self.log = log
    }

    /// Does something that changes things, and writes it down.
    /// - Parameters:
    ///   - action: in the API's words: `start`, `delete`.
    ///   - machine: its name or UUID, or the name of what else is changed.
    ///   - detail: what else says what was asked for. Never a secret.
    /// - Throws: what `work` throws; ``Failure`` when the trail cannot be written, and nothing is done then.
    @discardableResult func record<Value>(
        _ context: RoostRequestContext, action: String, host: String? = nil, machine: String? = nil,
        detail: String? = nil, isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Value
    ) async throws -> Value {
        var entry = AuditEntry(
            beginning: action, of: try context.known(), address: context.address, host: host, machine: machine,
            detail: detail)
        try await write(&entry)
        let start = ContinuousClock.now
        do {
            let value = try await work()
            await finish(entry, .done, why: nil, since: start)
            return value
        } catch {
            await finish(entry, .failed, why: Self.reason(error), since: start)
            throw error
        }
    }

    /// The same for what is done to a machine.
    @discardableResult func record<Value>(
        _ context: RoostRequestContext, action: String, on machine: Machine, detail: String? = nil,
        isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Value
    ) async throws -> Value {
        try await record(
            context, action: action, host: machine.host.name, machine: machine.name, detail: detail, work)
    }

    /// Writes down what lasts, such as a console that is open: its beginning, and how it ended.
    /// - Parameter work: tells how it ended.
    /// - Throws: ``Failure`` when the trail cannot be written, and nothing is done then.
    func recordLasting(
        _ identity: Identity, address: String, action: String, host: String, machine: String, detail: String,
        _ work: () async -> String
    ) async throws {
        var entry = AuditEntry(
            beginning: action, of: identity, address: address, host: host, machine: machine, detail: detail)
        try await write(&entry)
        let start = ContinuousClock.now
        let end = await work()
        await finish(entry, .done, why: end, since: start)
    }

    /// Writes down what is over already, such as a login.
    /// - Throws: ``Failure`` when the trail cannot be written.
    func note(
        _ context: RoostRequestContext, user: String, action: String, detail: String? = nil,
        result: AuditEntry.Result, why: String? = nil
    ) async throws {
        var entry = AuditEntry(
            id: 0, time: Date(), user: user, way: "login", address: context.address, action: action, detail: detail,
            result: result, why: why)
        try await write(&entry)
    }

    /// Calls `listener` with every entry, once when it begins and once when it is over. It must not wait.
    func follow(_ listener: @escaping @Sendable (AuditEntry) -> Void) { listeners.withLock { $0.append(listener) } }

    private func finish(
        _ begun: AuditEntry, _ result: AuditEntry.Result, why: String?, since start: ContinuousClock.Instant
    ) async {
        var entry = begun
        entry.result = result
        entry.why = why
        entry.milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
        do {
            // The change is made: that its end cannot be written does not undo it. The entry stays as begun. A client
            // that has gone away must not keep it from being written either.
            let final = entry
            try await Task { try await store.update(final) }.value
        } catch {
            log.error("the audit trail could not be completed", metadata: ["id": "\(begun.id)", "error": "\(error)"])
        }
        tell(entry)
    }

    private func write(_ entry: inout AuditEntry) async throws {
        do {
            entry.id = try await store.insert(entry)
        } catch {
            log.error("the audit trail cannot be written", metadata: ["error": "\(error)"])
            throw Failure(
                .resources, "The change was not made", why: "The audit trail cannot be written.",
                remedy: "Look for a full disk under the server's state directory.")
        }
        tell(entry)
    }

    private func tell(_ entry: AuditEntry) {
        log.info(
            "audit",
            metadata: [
                "id": "\(entry.id)", "user": "\(entry.user)", "address": "\(entry.address)",
                "action": "\(entry.action)",
                "host": "\(entry.host ?? "-")", "machine": "\(entry.machine ?? "-")",
                "result": "\(entry.result.rawValue)",
            ])
        for listener in listeners.withLock({ $0 }) { listener(entry) }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let failure as Failure: failure.description
        case let problem as Problem: problem.title
        case is CancellationError: "stopped"
        default: "unforeseen; the log has it"
        }
    }
}
