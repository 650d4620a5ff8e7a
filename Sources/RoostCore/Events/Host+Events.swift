import Libvirt

extension Host {
    /// Passes on what happens on the host, one event at a time, until the task is cancelled or `deliver` throws.
    ///
    /// A lost connection is made again. What has changed meanwhile is told as events of that moment, after an event
    /// `reconnected`; the same is done where events came faster than they were taken.
    /// - Parameters:
    ///   - machines: names, UUIDs or patterns; then only events of these machines come. They need not exist yet.
    ///   - ready: called once the host listens: nothing that happens from here on is missed.
    /// - Throws: ``Failure`` when the host answers again after a gap, but does not let the user in.
    public func followEvents(
        machines: [String] = [], ready: @escaping @Sendable () -> Void = {},
        _ deliver: @escaping @Sendable (HostEvent) async throws -> Void
    ) async throws {
        let teller = EventTeller(chosen: machines.map(NamePattern.init), ready: ready, deliver)
        try await Reconnecting.standard.run(from: self, notify: teller.tell) { host in
            try await host.followEvents(teller)
        }
    }

    /// The same for one connection.
    /// - Throws: ``Failure`` of kind unreachable when it is lost.
    private func followEvents(_ teller: EventTeller) async throws {
        let domains = try await doing("Cannot follow the events") { () throws(LibvirtError) in try await machineEvents()
        }
        let others = await teller.isAboutMachines ? nil : try await otherEvents()
        // It listens already: what changes while this looks is told, at worst twice.
        try await teller.look(try await picture())
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await element in domains {
                    if case .event(let event) = element {
                        try await teller.tell(HostEvent(event), run: event.domain.id.map(Int.init))
                    } else {
                        try await teller.tellOverflow(.machine, try await self.picture())
                    }
                }
            }
            if let networks = others?.networks {
                group.addTask {
                    for await element in networks {
                        if case .event(let event) = element {
                            try await teller.tell(HostEvent(event))
                        } else {
                            try await teller.tellOverflow(.network, try await self.picture())
                        }
                    }
                }
            }
            if let pools = others?.pools {
                group.addTask {
                    for await element in pools {
                        if case .event(let event) = element {
                            try await teller.tell(HostEvent(event))
                        } else {
                            try await teller.tellOverflow(.pool, try await self.picture())
                        }
                    }
                }
            }
            // Whichever ends first, the connection has ended for all of them.
            try await group.next()
            group.cancelAll()
        }
        try Task.checkCancellation()
        throw Failure.lost(name, "Cannot follow the events any more")
    }

    /// All that is rare. A balloon or a migration says something every second.
    func machineEvents() async throws(LibvirtError) -> EventSequence<DomainEvent> {
        let kinds = Set(DomainEvent.Kind.allCases).subtracting([.balloon, .migrationIteration, .clock])
        do {
            return try await connection.domainEvents(kinds)
        } catch {
            guard error.code == .noSupport || error.code == .operationUnsupported || error.code == .invalidArgument
            else {
                throw error
            }
            // An older hypervisor knows fewer kinds.
            return try await connection.domainEvents([.lifecycle])
        }
    }

    typealias OtherEvents = (
        networks: EventSequence<NetworkEvent>?, pools: EventSequence<StoragePoolEvent>?
    )

    func otherEvents() async throws(Failure) -> OtherEvents {
        let (connection, task) = (connection, "Cannot follow the events")
        let networks = try await unlessMissing(task) { () throws(LibvirtError) in try await connection.networkEvents() }
        let pools = try await unlessMissing(task) { () throws(LibvirtError) in try await connection.storagePoolEvents()
        }
        return (networks, pools)
    }
}
