import Libvirt

extension Machine {
    /// Waits until `look` finds what it looks for.
    ///
    /// It listens first and looks then, so nothing can happen unseen in between, and it looks again at each event of this
    /// machine. Events are taken for a reason to look and are not believed to be complete.
    /// - Parameters:
    ///   - interval: look also that often, for what has no event.
    ///   - act: what to do between listening and the first look.
    /// - Throws: ``Failure`` of kind unreachable when the connection is lost; `CancellationError`; what `act` and `look` throw.
    func watching<Value: Sendable>(
        _ kinds: Set<DomainEvent.Kind>, every interval: Duration? = nil, after act: () async throws -> Void = {},
        _ look: (Wakeup) async throws -> Value?
    ) async throws -> Value {
        // For all machines: then the watchers of several share one registration.
        let events = try await doing("Cannot watch \(label)") { () throws(LibvirtError) in
            try await host.connection.domainEvents(kinds)
        }
        try await act()
        do {
            return try await wait(for: events, every: interval, look)
        } catch let failure as Failure where failure.kind == .interrupted {
            // A look that the cancellation kept from beginning is no failure of its own.
            try Task.checkCancellation()
            throw failure
        }
    }

    private func wait<Value: Sendable>(
        for events: EventSequence<DomainEvent>, every interval: Duration?, _ look: (Wakeup) async throws -> Value?
    ) async throws -> Value {
        if let value = try await look(.first) { return value }
        let (wakeups, feed) = AsyncStream.makeStream(of: Wakeup.self, bufferingPolicy: .bufferingNewest(64))
        return try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            let uuid = domain.uuid
            group.addTask {
                for await element in events {
                    switch element {
                    case .event(let event) where event.domain.uuid == uuid: feed.yield(.change(event.change))
                    case .event: continue
                    case .resynchronise: feed.yield(.resynchronise)
                    }
                }
                feed.finish()
            }
            if let interval {
                group.addTask {
                    while true {
                        try await Task.sleep(for: interval)
                        feed.yield(.tick)
                    }
                }
            }
            for await wakeup in wakeups {
                if let value = try await look(wakeup) { return value }
            }
            try Task.checkCancellation()
            throw Failure.lost(host.name, "Stopped waiting for \(label)")
        }
    }

    /// Whether it has stopped, or is gone altogether as a transient one is then.
    func isStopped(_ wakeup: Wakeup) async throws(Failure) -> Bool {
        // One that was started again at once has stopped all the same.
        if case .change(.lifecycle(.stopped, _)) = wakeup { return true }
        do throws(Failure) {
            return !(try await state()).isActive
        } catch {
            if error.kind == .notFound { return true }
            throw error
        }
    }
}

/// Runs `body` for no longer than `limit`; nil is no limit.
/// - Returns: nil when the time was up.
func withTimeLimit<Value: Sendable>(
    _ limit: Duration?, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value? {
    guard let limit else { return try await body() }
    return try await withThrowingTaskGroup(of: Value?.self) { group in
        defer { group.cancelAll() }
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: limit)
            return nil
        }
        return try await group.next() ?? nil
    }
}
