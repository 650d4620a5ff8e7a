/// Hands events of several sources to one consumer, one at a time and in the order of their arrival, over gaps in the
/// connection.
///
/// An actor alone would let the next one in while a consumer waits.
actor EventTeller {
    private let chosen: [NamePattern]
    private let ready: @Sendable () -> Void
    private let deliver: @Sendable (HostEvent) async throws -> Void
    private var last: Task<Void, any Error>?
    /// As the host was when it was last seen; nil before the first look.
    private var picture: HostPicture?

    init(
        chosen: [NamePattern], ready: @escaping @Sendable () -> Void,
        _ deliver: @escaping @Sendable (HostEvent) async throws -> Void
    ) {
        self.chosen = chosen
        self.ready = ready
        self.deliver = deliver
    }

    /// Whether only events of certain machines are wanted.
    var isAboutMachines: Bool { !chosen.isEmpty }

    /// Takes a look at the host, the first one or one after a gap, and tells what has changed since the last.
    func look(_ now: HostPicture) async throws {
        guard let before = picture else {
            picture = now
            return ready()
        }
        picture = now
        for event in before.changes(to: now) where concerns(event) { try await pass(event) }
    }

    func tell(_ event: HostEvent, run: Int? = nil) async throws {
        picture?.note(event, run: run)
        if concerns(event) { try await pass(event) }
    }

    func tellOverflow(_ subject: HostEvent.Subject, _ now: HostPicture) async throws {
        try await pass(.resynchronise(subject))
        try await look(now)
    }

    func tell(_ notice: ReconnectNotice) async throws {
        switch notice {
        case .lost(let failure): try await pass(.disconnected(failure))
        case .back(let gap): try await pass(.reconnected(after: gap))
        }
    }

    private func concerns(_ event: HostEvent) -> Bool {
        chosen.isEmpty || event.subject == .machine && chosen.contains { $0.covers(event) }
    }

    private func pass(_ event: HostEvent) async throws {
        let before = last
        let task = Task { [deliver] in
            _ = await before?.result
            try await deliver(event)
        }
        last = task
        try await task.value
    }
}

extension NamePattern {
    fileprivate func covers(_ event: HostEvent) -> Bool {
        text == event.name || text.lowercased() == event.uuid || isPattern && event.name.map(matches) == true
    }
}
