internal import Libvirt

/// Keeps a piece of work going when its host is lost: connects again, with longer and longer pauses, and begins the work anew.
///
/// The work begins with a look at how things stand, so that whatever happened meanwhile is not missed.
public struct Reconnecting: Sendable {
    private let connect: @Sendable (Host) async throws(Failure) -> Host
    private let backoff: Backoff

    /// A connection that held for so long was a good one: the next loss begins with a short pause again.
    private static let steady = Duration.seconds(30)

    /// For one attempt, which has shorter limits of its own for each of its steps.
    private static let longest = Duration.seconds(120)

    /// To the same place in the same way, without questions: nobody may be there to answer them.
    public static let standard = Reconnecting(backoff: Backoff()) { host throws(Failure) in try await host.again() }

    init(backoff: Backoff, connect: @escaping @Sendable (Host) async throws(Failure) -> Host) {
        self.backoff = backoff
        self.connect = connect
    }

    /// Runs `body`, and again with a new host each time it fails because the host was lost.
    /// - Parameters:
    ///   - host: connected already.
    ///   - notify: called when the host is lost, and when it is back.
    /// - Throws: what `body` throws for another reason; ``Failure`` when the host answers again and lets nobody in;
    ///   `CancellationError`.
    public func run<Value: Sendable>(
        from host: Host, notify: (ReconnectNotice) async throws -> Void, _ body: (Host) async throws -> Value
    ) async throws -> Value {
        var host = host
        var backoff = backoff
        while true {
            let began = ContinuousClock.now
            do {
                return try await body(host)
            } catch let failure as Failure where failure.kind == .unreachable && !host.isClosed {
                try Task.checkCancellation()
                let lost = ContinuousClock.now
                if lost - began > Self.steady { backoff.reset() }
                try await notify(.lost(failure))
                // Its last calls may hang for a while: nobody waits for them.
                Task { [host] in await host.connection.close() }
                host = try await successor(of: host, &backoff)
                try await notify(.back(after: .now - lost))
            }
        }
    }

    private func successor(of host: Host, _ backoff: inout Backoff) async throws -> Host {
        while true {
            try await Task.sleep(for: backoff.pause())
            let late = Failure(.timeout, "Cannot connect to \(host.name) again", why: "nothing has come of it")
            let trial = await attempt { [connect] () throws(Failure) in
                try await within(Self.longest, else: late) { () throws(Failure) in try await connect(host) }
            }
            try Task.checkCancellation()
            switch trial {
            case .success(let host): return host
            case .failure(let failure):
                guard failure.kind == .unreachable || failure.kind == .timeout else { throw failure }
            }
        }
    }
}
