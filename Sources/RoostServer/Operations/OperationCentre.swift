import Foundation
import RoostCore
import Synchronization

/// All work that goes on by itself after its request was answered. It is kept for a while after its end, so that whoever has
/// started it sees how it went.
final class OperationCentre: Sendable {
    enum Sort: Hashable, Sendable {
        /// Goes on whether somebody looks or not.
        case work
        /// Is of use only to whoever asks about it: it changes nothing, and is stopped when nobody has asked for a while.
        case wait
    }

    private struct Entry {
        var status: OperationStatus
        let sort: Sort
        var task: Task<Void, Never>?
        var told = ContinuousClock.Instant.now
        var asked = ContinuousClock.Instant.now
    }

    private struct State {
        var entries: [UUID: Entry] = [:]
        /// Oldest first.
        var order: [UUID] = []
        var listener: (@Sendable (OperationStatus) -> Void)?
        var isStopping = false
    }

    /// How many are kept, running ones included.
    private let kept: Int
    /// Of each sort: what has been forgotten by whoever waits for it keeps no work away.
    private static let mostRunning = 64
    private static let mostOfOnePerson = 16
    /// How long a wait goes on that nobody asks about; the command line asks twice a second.
    static let patience = Duration.seconds(300)
    /// Between two words on how far something is.
    private static let interval = Duration.milliseconds(250)

    private let state = Mutex(State())

    init(kept: Int = 500) { self.kept = kept }

    /// Calls `listener` with every change, without results. It must not wait.
    func follow(_ listener: @escaping @Sendable (OperationStatus) -> Void) {
        state.withLock { $0.listener = listener }
    }

    /// Starts a piece of work and returns at once.
    /// - Parameters:
    ///   - isAlone: two of the same on one host at once would be in each other's way: the second is refused.
    ///   - work: gets what it reports its progress to, and ends early when it is cancelled.
    /// - Throws: ``Problem`` when too much is going on.
    func start<Value: Encodable & Sendable>(
        _ what: String, host: String, user: String, as sort: Sort = .work, isAlone: Bool = false,
        _ work: @escaping @Sendable (_ report: @escaping @Sendable (OperationProgress) -> Void) async throws -> Value
    ) throws(Problem) -> OperationStatus {
        let status = OperationStatus(id: UUID(), what: what, host: host, user: user, started: Date())
        let refusal = state.withLock { state -> Problem? in
            let running = state.entries.values.filter { $0.sort == sort && $0.status.state == .running }
            if state.isStopping { return Problem("interrupted", status: 503, "The server is stopping") }
            if isAlone, let other = running.first(where: { $0.status.what == what && $0.status.host == host }) {
                return Problem(
                    "state", status: 409, "That is being done already", detail: "\(other.status.user) has started it.",
                    remedy: "Wait until it has ended.")
            }
            if running.count >= Self.mostRunning
                || running.count(where: { $0.status.user == user }) >= Self.mostOfOnePerson
            {
                return Problem(
                    "too-many", status: 429, "Too much is going on", remedy: "Wait until some of it has ended.",
                    retryAfter: 10)
            }
            state.entries[status.id] = Entry(status: status, sort: sort)
            state.order.append(status.id)
            forgetOld(&state)
            return nil
        }
        if let refusal { throw refusal }
        tell(status)
        let task = Task {
            let id = status.id
            let watch: Task<Void, any Error>? = sort == .wait ? Task { try await watchForForgotten() } : nil
            defer { watch?.cancel() }
            do {
                let value = try await work { self.note(id, $0) }
                // What was done is done, also where its result cannot be told.
                let failure = (value as? any OperationResult)?.failure
                end(id, failure == nil ? .done : .failed, failure: failure, result: try? JSONValue(encoding: value))
            } catch {
                end(id, failure: error)
            }
        }
        state.withLock { state in
            if state.entries[status.id]?.status.state == .running { state.entries[status.id]?.task = task }
        }
        return status
    }

    /// Newest first.
    var all: [OperationStatus] {
        state.withLock { state in state.order.reversed().compactMap { state.entries[$0]?.status } }
    }

    /// Somebody asks about it.
    func status(_ id: UUID) -> OperationStatus? {
        state.withLock { state in
            state.entries[id]?.asked = .now
            return state.entries[id]?.status
        }
    }

    /// Asks it to stop; it takes back what it has made.
    func cancel(_ id: UUID) { state.withLock { $0.entries[id]?.task }?.cancel() }

    private func watchForForgotten() async throws {
        while true {
            try await Task.sleep(for: Self.patience / 10)
            stopForgotten(at: .now)
        }
    }

    /// Stops waits that nobody has asked about for so long.
    func stopForgotten(at now: ContinuousClock.Instant) {
        let forgotten = state.withLock { state in
            state.entries.values.filter {
                $0.sort == .wait && $0.status.state == .running && now - $0.asked > Self.patience
            }.compactMap(\.task)
        }
        for task in forgotten { task.cancel() }
    }

    /// Stops everything and waits until it has cleaned up after itself.
    func stop() async {
        let tasks = state.withLock { state in
            state.isStopping = true
            return state.entries.values.filter { $0.status.state == .running }.compactMap(\.task)
        }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }

    private func note(_ id: UUID, _ progress: OperationProgress) {
        let now = ContinuousClock.now
        let status = state.withLock { state -> OperationStatus? in
            guard let entry = state.entries[id], entry.status.state == .running else { return nil }
            state.entries[id]?.status.progress = progress
            let isNewStep = entry.status.progress?.step != progress.step
            guard isNewStep || now - entry.told > Self.interval else { return nil }
            state.entries[id]?.told = now
            return state.entries[id]?.status
        }
        if let status { tell(status) }
    }

    private func end(_ id: UUID, failure error: any Error) {
        let failure =
            switch error {
            case let failure as Failure: failure
            case let problem as Problem: Failure(.general, problem.title, why: problem.detail, remedy: problem.remedy)
            case is CancellationError: Failure(.interrupted, "It was stopped")
            default: Failure(.general, "It failed", why: "\(error)")
            }
        end(id, failure.kind == .interrupted ? .cancelled : .failed, failure: failure)
    }

    private func end(
        _ id: UUID, _ outcome: OperationStatus.State, failure: Failure? = nil, result: JSONValue? = nil
    ) {
        let status = state.withLock { state -> OperationStatus? in
            state.entries[id]?.status.state = outcome
            state.entries[id]?.status.failure = failure
            state.entries[id]?.status.result = result
            state.entries[id]?.status.ended = Date()
            state.entries[id]?.task = nil
            return state.entries[id]?.status
        }
        if let status { tell(status) }
    }

    private func forgetOld(_ state: inout State) {
        while state.order.count > kept {
            guard
                let index = state.order.firstIndex(where: { state.entries[$0]?.status.state != .running })
            else { return }
            state.entries[state.order.remove(at: index)] = nil
        }
    }

    private func tell(_ status: OperationStatus) {
        state.withLock(\.listener)?(status.withoutResult)
    }
}
