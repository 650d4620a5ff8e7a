import RoostCore

/// Work that a server does: begun, followed to its end, and stopped when the one who waits for it is.
struct RemoteOperation<Value: Decodable & Sendable>: Sendable {
    let site: ServerSite
    /// What fails: "Cannot save web1".
    let task: String
    /// Whether it is stopped at the server too when the waiting is; else it goes on by itself.
    var isStopped = true
    /// Whether a result tells by itself what of it failed.
    var isPartial = false

    private var server: ServerConnection { site.server }

    /// How often it is asked for: soon at first, as most work is short.
    private static var pauses: (first: Duration, longest: Duration) { (.milliseconds(50), .milliseconds(500)) }
    /// How long a server that is away may be so.
    private static var patience: Duration { .seconds(30) }

    /// Begins it by a request, and waits for its end.
    func run(
        _ request: ServerRequest, _ report: @escaping @Sendable (OperationProgress) -> Void
    ) async throws -> Value {
        try await follow(try await begin(request), report)
    }

    /// Begins it by a request. Once that is sent, its answer is waited for even by a cancelled task: nobody else would know what
    /// is to be stopped.
    /// - Returns: what the server calls it.
    func begin(_ request: ServerRequest) async throws(Failure) -> String {
        guard !Task.isCancelled else { throw Failure(.interrupted, "Stopped") }
        let asking = Task {
            await attempt { () throws(Failure) in
                try await server.ask(request, for: Begun.self, task: task).operation.id
            }
        }
        return try await asking.value.get()
    }

    /// Waits for the end of one that goes on already.
    func follow(_ id: String, _ report: @escaping @Sendable (OperationProgress) -> Void) async throws -> Value {
        // Asked for by a task of its own: a cancelled one could not wait until it has cleaned up.
        let following = Task { try await untilEnd(id, report) }
        return try await withTaskCancellationHandler {
            try await following.value
        } onCancel: {
            guard isStopped else { return following.cancel() }
            Task {
                do throws(Failure) {
                    _ = try await server.ask(.delete(["operations", id]), task: task)
                } catch {
                    following.cancel()
                }
            }
        }
    }

    private func untilEnd(_ id: String, _ report: @Sendable (OperationProgress) -> Void) async throws -> Value {
        var pause = Self.pauses.first
        var lost: ContinuousClock.Instant?
        while true {
            let status: Status
            do throws(Failure) {
                status = try await server.ask(.get(["operations", id]), for: Status.self, task: task)
                lost = nil
            } catch {
                guard error.kind == .unreachable else { throw away(error) }
                let since = lost ?? .now
                lost = since
                guard .now - since < Self.patience else { throw away(error) }
                try await Task.sleep(for: Self.pauses.longest)
                continue
            }
            switch status.state {
            case "running":
                if let progress = status.progress { report(progress) }
                try await Task.sleep(for: pause)
                pause = min(pause * 2, Self.pauses.longest)
            case "done":
                if let value = status.result { return value }
                throw Failure(.general, task, why: "\(server.address) does not say what came of it")
            default:
                if isPartial, status.state == "failed", let value = status.result { return value }
                throw status.failure?.failure ?? Failure(.general, task)
            }
        }
    }

    private func away(_ error: Failure) -> Failure {
        guard error.kind == .notFound || error.kind == .unreachable else { return error }
        return Failure(
            error.kind, task, why: "\(server.address) does not tell how it goes on: \(error)",
            remedy: "Look whether it was done before you try again.")
    }

    private struct Begun: Decodable {
        struct Operation: Decodable {
            let id: String
        }

        let operation: Operation
    }

    struct Status: Decodable {
        let state: String
        let progress: OperationProgress?
        let failure: RemoteFailure?
        let result: Value?
    }
}

extension ServerSite {
    /// Work of a server as an operation of this program.
    func operation<Value: Decodable & Sendable>(
        _ what: String, host: String, of type: Value.Type = Value.self,
        _ request: @escaping @Sendable () throws(Failure) -> ServerRequest
    ) -> Operation<Value> {
        Operation(what, host: host) { report in
            try await RemoteOperation<Value>(site: self, task: "Cannot \(what)").run(try request(), report)
        }
    }

    /// The same where nothing is to be told of what came of it.
    func operation(
        _ what: String, host: String, _ request: @escaping @Sendable () throws(Failure) -> ServerRequest
    ) -> Operation<Void> {
        Operation(what, host: host) { report in
            _ = try await RemoteOperation<Anything>(site: self, task: "Cannot \(what)").run(try request(), report)
        }
    }

    /// Any value, which nobody reads.
    private struct Anything: Decodable {}
}
