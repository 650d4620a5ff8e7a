import Libvirt

extension Host {
    /// Passes on what happens on the host, one event at a time, until the connection ends, the task is cancelled or `deliver`
    /// throws.
    /// - Parameters:
    ///   - machines: names or patterns; then only events of these machines come. They need not exist yet.
    ///   - ready: called once the host listens: nothing that happens from here on is missed.
    /// - Throws: ``Failure`` of kind unreachable when the connection is lost.
    public func followEvents(
        machines: [String] = [], ready: @Sendable () -> Void = {},
        _ deliver: @escaping @Sendable (HostEvent) async throws -> Void
    ) async throws {
        let chosen = machines.map(NamePattern.init)
        let domains = try await doing("Cannot follow the events") { () throws(LibvirtError) in try await machineEvents()
        }
        let others = machines.isEmpty ? try await otherEvents() : nil
        ready()
        let serial = SerialDelivery(deliver)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await element in domains {
                    guard case .event(let event) = element else {
                        try await serial.deliver(.resynchronise(.machine))
                        continue
                    }
                    if chosen.isEmpty || chosen.contains(where: { $0.covers(event.domain) }) {
                        try await serial.deliver(HostEvent(event))
                    }
                }
            }
            if let networks = others?.networks {
                group.addTask {
                    for await element in networks {
                        try await serial.deliver(element.event.map { HostEvent($0) } ?? .resynchronise(.network))
                    }
                }
            }
            if let pools = others?.pools {
                group.addTask {
                    for await element in pools {
                        try await serial.deliver(element.event.map { HostEvent($0) } ?? .resynchronise(.pool))
                    }
                }
            }
            // Whichever ends first, the connection has ended for all of them.
            try await group.next()
            group.cancelAll()
        }
        try Task.checkCancellation()
        throw Failure(.unreachable, "Cannot follow the events any more", why: "the connection to the host was lost")
    }

    /// All that is rare. A balloon or a migration says something every second.
    private func machineEvents() async throws(LibvirtError) -> EventSequence<DomainEvent> {
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

    private typealias OtherEvents = (
        networks: EventSequence<NetworkEvent>?, pools: EventSequence<StoragePoolEvent>?
    )

    /// A daemon without networks or storage of its own still has machines to tell of.
    private func otherEvents() async throws(Failure) -> OtherEvents {
        func unlessMissing<Events>(
            _ body: () async throws(LibvirtError) -> Events
        ) async throws(Failure) -> Events? {
            do {
                return try await body()
            } catch {
                if error.code == .noSupport { return nil }
                throw Failure("Cannot follow the events", error)
            }
        }
        let networks = try await unlessMissing { () throws(LibvirtError) in try await connection.networkEvents() }
        let pools = try await unlessMissing { () throws(LibvirtError) in try await connection.storagePoolEvents() }
        return (networks, pools)
    }
}

extension NamePattern {
    fileprivate func covers(_ domain: DomainReference) -> Bool {
        text == domain.name || text.lowercased() == domain.uuid.description || isPattern && matches(domain.name)
    }
}

extension EventElement {
    fileprivate var event: Event? { if case .event(let event) = self { event } else { nil } }
}
