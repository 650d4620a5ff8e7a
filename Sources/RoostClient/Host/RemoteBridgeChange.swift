import RoostCore

/// A change of a bridge that a server makes, followed from here to its good or bad end. It may cut off the way to the server
/// itself: everything after the beginning is asked over connections that are made for it.
struct RemoteBridgeChange: Sendable {
    let place: ServerPlace
    let bridge: String
    let task: String
    /// Seconds in which it must be confirmed.
    let timeout: Int
    let tell: @Sendable (BridgeProgress) -> Void

    private typealias Status = RemoteOperation<Kept>.Status

    /// What the server says in the end.
    private struct Kept: Decodable {
        let bridge: String
    }

    /// How long a server is waited for that has to be there again as it was.
    private static let patience = Duration.seconds(90)

    /// - Parameter isManual: leave it when it waits to be confirmed.
    func run(_ request: ServerRequest, isManual: Bool) async throws(Failure) {
        let id = try await RemoteOperation<Kept>(site: place.site, task: task).begin(request)
        tell(.started(seconds: timeout))
        if !isManual { tell(.trying) }
        do throws(Failure) {
            try await follow(id, isManual: isManual)
        } catch {
            guard error.kind == .interrupted, Task.isCancelled else { throw error }
            tell(.abandoning)
            // A cancelled task sends no requests.
            throw await Task { await abandoned(id) }.value
        }
    }

    private func follow(_ id: String, isManual: Bool) async throws(Failure) {
        let end = ContinuousClock.now + .seconds(timeout) + Self.patience
        var last: BridgeProgress?
        while ContinuousClock.now < end {
            let status = try await status(id)
            if let status, try ended(status) { return }
            if let step = status?.progress.flatMap(BridgeStep.reading) {
                switch step {
                case .waiting where isManual: return tell(step)
                case .waiting: if try await isConfirmed() { return }
                case .silent, .lookingForOld:
                    if last.map({ !Self.isSame($0, step) }) ?? true { tell(step) }
                default: break
                }
                last = step
            }
            try await pause()
        }
        throw Failure(
            .unreachable, task, why: "\(place.server.address) has not said what came of it",
            remedy: "The host takes it back by itself unless it was confirmed. See: roost host bridge list")
    }

    /// Seconds go by.
    private static func isSame(_ one: BridgeProgress, _ other: BridgeProgress) -> Bool {
        switch (one, other) {
        case (.silent, .silent), (.lookingForOld, .lookingForOld): true
        default: false
        }
    }

    /// - Returns: nil where the server does not answer.
    private func status(_ id: String) async throws(Failure) -> Status? {
        do throws(Failure) {
            return try await place.server.anew { server throws(Failure) in
                try await server.ask(.get(["operations", id]), for: Status.self, task: task)
            }
        } catch {
            guard error.kind == .unreachable else { throw error }
            return nil
        }
    }

    private func ended(_ status: Status) throws(Failure) -> Bool {
        switch status.state {
        case "running": return false
        case "done": return true
        default: throw status.failure?.failure ?? Failure(.general, task)
        }
    }

    /// - Returns: false where it has to be tried again.
    private func isConfirmed() async throws(Failure) -> Bool {
        do throws(Failure) {
            try await place.confirmBridge(bridge)
            return true
        } catch {
            // The server's own new connection may not have come about; or it is over, which the operation says better.
            guard [.state, .unreachable, .timeout].contains(error.kind) else { throw error }
            return false
        }
    }

    /// Has the host take it back.
    private func abandoned(_ id: String) async -> Failure {
        let end = ContinuousClock.now + Self.patience
        var isTold = false
        while ContinuousClock.now < end {
            do throws(Failure) {
                if !isTold {
                    _ = try await place.server.anew { server throws(Failure) in
                        try await server.ask(.delete(["operations", id]), task: task)
                    }
                    isTold = true
                }
                if let status = try await status(id), try ended(status) {
                    return Failure(.interrupted, "Stopped too late", why: "it was confirmed already")
                }
            } catch {
                if error.kind != .unreachable { return error }
            }
            // A sleep of a task of its own is not cancelled.
            try? await Task.sleep(for: .seconds(1))
        }
        return Failure(
            .interrupted, "Stopped", why: "the server could not be told; the host takes all of it back by itself")
    }

    private func pause() async throws(Failure) {
        do { try await Task.sleep(for: .milliseconds(500)) } catch { throw Failure(.interrupted, "Stopped") }
    }
}
