import Libvirt
import Testing

@testable import RoostCore

@Suite(.timeLimit(.minutes(2))) struct LiveHostsTests {
    private static func names(_ count: Int) -> [String] { (0..<count).map { "m\($0)" } }

    /// Calls that are made once a machine, for what libvirt hands out one by one.
    private static let single = "virDomainGetXMLDesc"

    @Test func callsDoNotGrowWithTheMachines() async throws {
        var calls: [[String: Int]] = []
        for count in [10, 1000] {
            let world = try await TestWorld(running: Self.names(count))
            let (statistics, before) = (world.host.connection.statistics, world.host.connection.statistics.calls)
            let live = LiveWorld(world.host)
            await live.until { $0.machines.count == count && $0.machines.allSatisfy { $0.vcpus == 2 } }
            var atStart = statistics.calls.merging(before) { $0 - $1 }
            // Descriptions are read once each, also where they were all read at once.
            #expect(atStart.removeValue(forKey: Self.single) == count)

            let (middle, machine) = (statistics.calls, try await world.host.machine("m7"))
            try await machine.destroy()
            await live.until { $0.machines.first { $0.name == "m7" }?.state == .off }
            let forAnEvent = statistics.calls.merging(middle) { $0 - $1 }.filter { $0.value > 0 }
            calls.append(atStart.filter { $0.value > 0 }.merging(forAnEvent) { $0 + 1000 * $1 })
        }
        #expect(calls[0] == calls[1])
        #expect(calls[0]["virDomainListGetStats"] == 1001)
    }

    @Test func aListTakesNoCall() async throws {
        let world = try await TestWorld(running: Self.names(20))
        let live = LiveWorld(world.host)
        await live.until { $0.machines.count == 20 && $0.machines.allSatisfy { $0.vcpus == 2 } }
        let before = world.host.connection.statistics.totalCalls
        for _ in 0..<100 { #expect(await live.live.snapshot().machines.count == 20) }
        #expect(try await live.live.row(live.live.snapshot().machines[3].uuid, on: "here").state == .running)
        #expect(world.host.connection.statistics.totalCalls == before)
    }

    @Test func whatAnotherConnectionChangesIsInTheFeed() async throws {
        let name = "t-live-\(UInt32.random(in: 0 ... .max))"
        // Only this host of the test driver is one for all its connections.
        let uri = try HostURI("test:///default")
        let live = LiveWorld([
            LiveTarget(name: "here", uri: uri) { () throws(Failure) in try await Host.connect(to: uri) }
        ])
        await live.until { $0.hosts.first?.state == .connected }
        let other = try await Host.connect(to: uri)
        var changes = live.live.changes().makeAsyncIterator()
        func next(_ isIt: (LiveMachine?, String) -> Bool) async {
            while let item = await changes.next() {
                if case .change(.machine("here", let uuid, let row), _) = item, isIt(row, uuid) { return }
            }
            Issue.record("the feed has ended")
        }
        let domain = try await other.connection.defineDomain(xml: TestWorld.domainXML(name, tags: ["web", "&lt;b>"]))
        let uuid = domain.uuid.description
        await next { row, _ in row?.name == name && row?.state == .off && row?.tags == ["web", "<b>"] }
        try await domain.create()
        await next { row, _ in row?.uuid == uuid && row?.state == .running }
        try await domain.setMetadata(.title, to: "For the shop", impact: .config)
        try await domain.destroy()
        await next { row, _ in row?.uuid == uuid && row?.state == .off && row?.title == "For the shop" }
        try await domain.undefine()
        await next { row, id in row == nil && id == uuid }
        #expect(await !live.live.snapshot().machines.contains { $0.name == name })
    }

    @Test func aSlowReaderIsToldToLookAgain() async throws {
        let world = try await TestWorld()
        let live = LiveWorld(world.host, feed: ChangeFeed(history: 100, limits: .init(count: 10, cost: 1000)))
        await live.until { $0.hosts.first?.state == .connected }
        var slow = live.live.changes().makeAsyncIterator()
        for name in Self.names(50) { try await world.define(name) }
        let picture = await live.until { $0.machines.count == 50 && $0.machines.allSatisfy { $0.vcpus == 2 } }
        let first = await slow.next()
        guard case .resynchronise(let number) = first else {
            Issue.record("\(String(describing: first))")
            return
        }
        #expect(number <= picture.number)
        // What is in the picture need not be told again.
        try await world.define("late")
        var after = live.live.changes(after: picture.number).makeAsyncIterator()
        guard case .change(.machine(_, _, let row), _) = await after.next() else {
            Issue.record("no change of a machine")
            return
        }
        #expect(row?.name == "late")
    }

    @Test func aHostThatIsAwayIsSaidToBeSoAndComesBack() async throws {
        let worlds = [try await TestWorld(running: ["a", "b"]), try await TestWorld(running: ["a"])]
        let attempts = Attempts()
        let target = LiveTarget(name: "here", uri: worlds[0].host.uri) { () throws(Failure) in
            switch await attempts.next() {
            case 0: return worlds[0].host
            case 1, 2: throw Failure(.unreachable, "Cannot connect", why: "the cable is out", remedy: "Put it in.")
            default: return worlds[1].host
            }
        }
        let live = LiveWorld([target])
        var changes = live.live.changes().makeAsyncIterator()
        await live.until { $0.machines.count == 2 }
        await worlds[0].host.connection.close()
        var reasons: [String?] = []
        while case .change(let change, _) = await changes.next() {
            guard case .host(let row) = change else { continue }
            if row.state == .unreachable { reasons.append(row.why) }
            if row.state == .connected, !reasons.isEmpty { break }
        }
        #expect(reasons.contains("Cannot connect: the cable is out"))
        let picture = await live.until { $0.machines.count == 1 }
        #expect(picture.hosts.map(\.state) == [.connected])
        #expect(picture.hosts[0].why == nil)
        #expect(picture.machines.map(\.reachable) == [true])
        #expect(try await live.live.host(named: "here") === worlds[1].host)
    }

    @Test func whileAHostIsAwayItsRowsStandAsTheyWereSeenLast() async throws {
        let world = try await TestWorld(running: ["a"])
        let attempts = Attempts()
        let target = LiveTarget(name: "here", uri: world.host.uri) { () throws(Failure) in
            guard await attempts.next() == 0 else { throw Failure(.unreachable, "Cannot connect", why: "no route") }
            return world.host
        }
        let live = LiveWorld([target])
        await live.until { $0.machines.count == 1 }
        await world.host.connection.close()
        let picture = await live.until { $0.hosts.first?.why == "Cannot connect: no route" }
        #expect(picture.machines.map(\.state) == [.running])
        #expect(picture.machines.map(\.reachable) == [false])
        let failure = await expectFailure(.unreachable) { _ = try await live.live.host(named: "here") }
        #expect(failure?.why == "Cannot connect: no route")
        await expectFailure(.notFound) { _ = try await live.live.host(named: "there") }
    }

    @Test func useIsMeasuredWithOneCallAHost() async throws {
        let world = try await TestWorld(running: Self.names(30))
        var pace = LiveWorld.calm
        pace.sampling = .milliseconds(20)
        let live = LiveWorld(world.host, pace: pace)
        await live.until { $0.machines.count == 30 && $0.machines.allSatisfy { $0.usage != nil && $0.vcpus == 2 } }
        var changes = live.live.changes().makeAsyncIterator()
        let before = world.host.connection.statistics.calls
        while case .change(let change, _) = await changes.next() {
            guard case .usage("here", let items, _) = change else { continue }
            #expect(items.count == 30)
            // The first ones may have been measured before.
            if (world.host.connection.statistics.calls["virConnectGetAllDomainStats"] ?? 0)
                > (before["virConnectGetAllDomainStats"] ?? 0)
            {
                break
            }
        }
        let made = world.host.connection.statistics.calls.merging(before) { $0 - $1 }.filter { $0.value > 0 }
        // The host itself is measured by two more.
        #expect(
            Set(made.keys).isSubset(of: ["virConnectGetAllDomainStats", "virNodeGetCPUStats", "virNodeGetMemoryStats"]))
    }

    @Test func aRowHasTheAddressesThatNetworksGaveItsCardsWhileItRuns() async throws {
        let world = try await TestWorld()
        let cards = ["52:54:00:00:00:0A", "52:54:00:00:00:0b"]
        let devices = cards.map { "<interface type='user'><mac address='\($0)'/></interface>" }.joined()
        let machine = try await world.define("web1", devices: devices)
        try await machine.start()
        let live = LiveWorld(world.host)
        await live.until { $0.machines.first?.vcpus == 2 && $0.machines.first?.state == .running }
        let leases = [
            "52:54:00:00:00:0a": ["192.0.2.5", "2001:db8::5"], "52:54:00:00:00:0b": ["192.0.2.6"],
            "52:54:00:00:00:0c": ["192.0.2.7"],
        ]
        await live.live.leased("here", leases)
        let row = await live.live.snapshot().machines.first
        #expect(row?.addresses == ["192.0.2.5", "2001:db8::5", "192.0.2.6"])
        // The same again is no change.
        let number = await live.live.snapshot().number
        await live.live.leased("here", leases)
        #expect(await live.live.snapshot().number == number)
        // A lease outlives the machine, and is nobody's then.
        try await machine.destroy()
        await live.until { $0.machines.first?.state == .off }
        #expect(await live.live.snapshot().machines.first?.addresses == nil)
        try await machine.start()
        await live.until { $0.machines.first?.addresses?.count == 3 }
        await live.live.leased("here", [:])
        #expect(await live.live.snapshot().machines.first?.addresses == nil)
    }

    @Test func aHostWithoutANameInTheFileHasOneThatFitsAPath() throws {
        #expect(LiveTarget.shortName(.system) == "system")
        #expect(LiveTarget.shortName(.session) == "session")
        #expect(LiveTarget.shortName(try HostURI("test:///tmp/a.xml")) == "test-tmp-a-xml")
    }
}

private actor Attempts {
    private var count = -1
    func next() -> Int {
        count += 1
        return count
    }
}
