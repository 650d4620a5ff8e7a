import Libvirt
import Testing

@Suite struct DomainEventTests {
    @Test func lifecycleEventsArriveInOrder() async throws {
        let host = try await TestHost()
        let connection = host.connection
        let events = try await connection.domainEvents([.lifecycle])

        let domain = try await connection.defineDomain(xml: TestHost.domainXML("two"))
        try await domain.create()
        try await domain.suspend()
        try await domain.resume()
        try await domain.destroy()
        try await domain.undefine()

        var seen: [DomainEvent.LifecycleChange] = []
        for await element in events {
            guard case .event(let event) = element, case .lifecycle(let change, let detail) = event.change else {
                Issue.record("unexpected: \(element)")
                break
            }
            #expect(event.domain.name == "two")
            #expect(event.domain.uuid == domain.uuid)
            if change == .stopped {
                #expect(DomainEvent.StoppedDetail(rawValue: detail) == .destroyed)
            }
            seen.append(change)
            if change == .undefined { break }
        }
        #expect(seen == [.defined, .started, .suspended, .resumed, .stopped, .undefined])
    }

    @Test func eventsOfOneDomainLeaveOthersOut() async throws {
        let host = try await TestHost()
        let connection = host.connection
        let two = try await connection.defineDomain(xml: TestHost.domainXML("two"))
        let events = try await connection.domainEvents([.lifecycle], of: two)
        try await connection.domain(named: "one").suspend()
        try await two.create()
        var iterator = events.makeAsyncIterator()
        guard case .event(let event)? = await iterator.next() else {
            Issue.record("no event")
            return
        }
        #expect(event.domain.name == "two")
        #expect(event.change == .lifecycle(.started, detail: DomainEvent.StartedDetail.booted.rawValue))
    }

    @Test func overflowBecomesResynchronise() async throws {
        let host = try await TestHost()
        let domain = try await host.connection.domain(named: "one")
        let events = try await host.connection.domainEvents([.lifecycle], capacity: 4)
        let witness = try await host.connection.domainEvents([.lifecycle])
        for _ in 0..<10 {
            try await domain.suspend()
            try await domain.resume()
        }
        // Both hang on one registration, so once the second has got all, the first was offered all.
        var offered = 0
        for await _ in witness {
            offered += 1
            if offered == 20 { break }
        }
        events.end()
        var seen: [EventElement<DomainEvent>] = []
        for await element in events { seen.append(element) }
        #expect(seen.first == .resynchronise)
        #expect(seen.count <= 4)
        #expect(seen.dropFirst().allSatisfy { $0 != .resynchronise })
    }

    @Test func cancellationEndsTheSequenceAndFreesTheConnection() async throws {
        let statistics: CallStatistics
        do {
            let host = try await TestHost()
            statistics = host.connection.statistics
            let events = try await host.connection.domainEvents([.lifecycle])
            let task = Task {
                var count = 0
                for await _ in events { count += 1 }
                return count
            }
            task.cancel()
            #expect(await task.value == 0)
        }
        await statistics.allThreadsEnded()
        #expect(statistics.liveHandles == 0)
    }

    @Test func closingEndsSequences() async throws {
        let host = try await TestHost()
        let statistics = host.connection.statistics
        let events = try await host.connection.domainEvents([.lifecycle])
        let closures = try await host.connection.closures()
        await host.connection.close()
        for await element in events { Issue.record("unexpected: \(element)") }
        var reasons: [EventElement<Connection.CloseReason>] = []
        for await reason in closures { reasons.append(reason) }
        #expect(reasons == [.event(.client)])
        await statistics.allThreadsEnded()
        #expect(statistics.liveHandles == 0)
    }

    @Test func aRefusedRegistrationLeavesNothingBehind() async throws {
        let host = try await TestHost()
        let connection = host.connection
        let error = await #expect(throws: LibvirtError.self) { try await connection.qemuMonitorEvents() }
        #expect(error?.code == .noSupport)
        let none = await #expect(throws: LibvirtError.self) { try await connection.domainEvents([]) }
        #expect(none?.code == .invalidArgument)
        await connection.close()
        #expect(connection.statistics.liveHandles == 0)
    }

    @Test func listenersShareOneRegistration() async throws {
        let host = try await TestHost()
        let connection = host.connection
        let domain = try await connection.domain(named: "one")
        let first = try await connection.domainEvents([.lifecycle])
        let second = try await connection.domainEvents([.lifecycle])
        #expect(connection.statistics.calls["virConnectDomainEventRegisterAny"] == 1)
        first.end()
        try await domain.suspend()
        var iterator = second.makeAsyncIterator()
        let element = await iterator.next()
        second.end()
        guard case .event(let event)? = element else {
            Issue.record("no event")
            return
        }
        #expect(event.change == .lifecycle(.suspended, detail: DomainEvent.SuspendedDetail.paused.rawValue))
        // Registered anew after the last listener has gone.
        let third = try await connection.domainEvents([.lifecycle])
        try await domain.resume()
        var later = third.makeAsyncIterator()
        guard case .event? = await later.next() else {
            Issue.record("no event")
            return
        }
    }

    @Test func everyKindCanBeRegistered() async throws {
        let host = try await TestHost()
        let connection = host.connection
        let events = try await connection.domainEvents(Set(DomainEvent.Kind.allCases))
        #expect(
            connection.statistics.calls["virConnectDomainEventRegisterAny"] == DomainEvent.Kind.allCases.count)
        try await connection.domain(named: "one").suspend()
        var iterator = events.makeAsyncIterator()
        guard case .event(let event)? = await iterator.next() else {
            Issue.record("no event")
            return
        }
        #expect(event.change == .lifecycle(.suspended, detail: DomainEvent.SuspendedDetail.paused.rawValue))
    }
}
