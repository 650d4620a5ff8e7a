import Libvirt
import LibvirtXML

/// Watches one host over one connection until that ends: listens to its events, and reads with one call what several of them
/// were about.
actor HostWatch {
    private let host: Host
    private let name: String
    private let pace: LivePace
    private let live: LiveHosts

    /// By canonical UUID: asking for the state of certain machines takes their handles.
    private var handles: [String: Libvirt.Domain] = [:]
    private var touched = Touched()
    /// Machines whose descriptions have to be read, and those whose are known. After a gap any may be another one, so a new
    /// connection begins with none.
    private var unread: Set<String> = []
    private var described: Set<String> = []
    private let (wakeups, wakeup) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    private let (readings, reading) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    /// What events were about since it was last read.
    private struct Touched {
        var everything = false
        var machines: Set<String> = []
        /// Those of the machines whose descriptions have changed.
        var descriptions: Set<String> = []
        var networks = false
        var pools = false
    }

    /// Descriptions up to this number are read before the change is told, so that it is one change and not two.
    private static let fewDescriptions = 5
    private static let descriptionsAtOnce = 100
    /// The host itself is measured at every fifth turn.
    private static let turnsForHost = 5

    init(host: Host, name: String, pace: LivePace, live: LiveHosts) {
        self.host = host
        self.name = name
        self.pace = pace
        self.live = live
    }

    /// - Throws: ``Failure``, always, when the connection or a look fails; `CancellationError`.
    func run() async throws {
        let host = host
        let machines = try await doing("Cannot follow the events") { () throws(LibvirtError) in
            try await host.machineEvents()
        }
        let others = try await host.otherEvents()
        // It listens already: what changes while this looks is read again.
        try await look()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for await element in machines { await self.note(element) } }
            if let networks = others.networks {
                group.addTask { for await _ in networks { await self.touch(\.networks) } }
            }
            if let pools = others.pools {
                group.addTask { for await _ in pools { await self.touch(\.pools) } }
            }
            group.addTask { try await self.refreshing() }
            group.addTask { try await self.readingDescriptions() }
            group.addTask { try await self.sampling() }
            group.addTask { try await self.readingLeases() }
            group.addTask { try await self.lookingAgain() }
            // Whichever ends first, the connection has ended for all of them.
            defer { group.cancelAll() }
            try await group.next()
        }
        try Task.checkCancellation()
        throw Failure.lost(name, "Cannot watch the host any more")
    }

    private func note(_ element: EventElement<DomainEvent>) {
        guard case .event(let event) = element else { return touch(\.everything) }
        let uuid = event.domain.uuid.description
        touched.machines.insert(uuid)
        switch event.change {
        case .lifecycle(.defined, _), .lifecycle(.started, _), .lifecycle(.stopped, _), .metadataChanged:
            touched.descriptions.insert(uuid)
        default: break
        }
        wakeup.yield()
    }

    private func touch(_ part: WritableKeyPath<Touched, Bool>) {
        touched[keyPath: part] = true
        wakeup.yield()
    }

    private func refreshing() async throws {
        for await _ in wakeups {
            try await Task.sleep(for: pace.coalescing)
            let now = touched
            touched = Touched()
            if now.everything { try await look() } else { try await read(now) }
        }
    }

    private func lookingAgain() async throws {
        while true {
            try await Task.sleep(for: pace.looking)
            touch(\.everything)
        }
    }

    private func sampling() async throws {
        var last: UsageSample?
        var own: (counters: HostCounters?, usage: LiveUsage?)
        for turn in 0... {
            let sample = try await host.usageSample()
            if turn % Self.turnsForHost == 1, turn == 1 || own.counters != nil {
                let now = try await host.counters()
                own = (now, now?.usage(since: own.counters))
            }
            if let last { await live.measured(name, MachineUsage.between(last, sample), own: own.usage) }
            last = sample
            try await Task.sleep(for: pace.sampling)
        }
    }

    /// What leases say of the running machines: one call for each network, however many machines there are. libvirt has no
    /// event for them.
    private func readingLeases() async throws {
        while true {
            if await live.wantsAddresses(name), let leases = try await host.leasedAddresses() {
                await live.leased(name, leases)
            }
            try await Task.sleep(for: pace.leases)
        }
    }

    /// Everything: about twenty calls and one a network and a pool, however many machines there are.
    private func look() async throws {
        try await readHandles()
        let rows = try await host.inventory(of: Array(handles.values))
        let networks = try await unlessUnsupported { () throws(Failure) in try await host.networkList() }
        let info = try await host.info()
        await live.looked(
            name, over: host, machines: rows, networks: networks ?? [], pools: info.pools, info: info)
        let present = Set(rows.map(\.uuid))
        described.formIntersection(present)
        unread.formUnion(present.subtracting(described))
        if !unread.isEmpty { reading.yield() }
    }

    private func readHandles() async throws(Failure) {
        let connection = host.connection
        let all = try await doing("Cannot list the machines") { () throws(LibvirtError) in
            try await connection.domains()
        }
        handles = Dictionary(all.map { ($0.uuid.description, $0) }) { first, _ in first }
    }

    private func read(_ touched: Touched) async throws {
        if !touched.machines.isEmpty {
            if touched.machines.contains(where: { handles[$0] == nil }) { try await readHandles() }
            let rows = try await host.inventory(of: touched.machines.compactMap { handles[$0] })
            let present = Set(rows.map(\.uuid))
            let gone = touched.machines.subtracting(present)
            for uuid in gone { handles[uuid] = nil }
            described.subtract(gone)
            var facts: [String: LiveMachineFacts] = [:]
            let stale = touched.descriptions.union(present.subtracting(described)).intersection(present)
            if stale.count <= Self.fewDescriptions {
                facts = try await descriptions(stale)
            } else {
                unread.formUnion(stale)
                reading.yield()
            }
            await live.changed(name, machines: rows, facts, gone: gone)
        }
        if touched.networks {
            let list = try await unlessUnsupported { () throws(Failure) in try await host.networkList() }
            await live.changed(name, networks: list ?? [])
        }
        if touched.pools {
            let list = try await unlessUnsupported { () throws(Failure) in try await host.poolList() }
            await live.changed(name, pools: list ?? [])
        }
    }

    private func unlessUnsupported<Value>(
        _ body: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value? {
        do throws(Failure) {
            return try await body()
        } catch {
            // A daemon without networks or storage of its own still has machines.
            if error.kind == .unsupported { return nil }
            throw error
        }
    }

    /// libvirt hands descriptions out one by one. They are read beside everything else, once each.
    private func readingDescriptions() async throws {
        for await _ in readings {
            while !unread.isEmpty {
                let some = Set(unread.prefix(Self.descriptionsAtOnce))
                unread.subtract(some)
                await live.described(name, try await descriptions(some))
            }
        }
    }

    private func descriptions(_ uuids: Set<String>) async throws(Failure) -> [String: LiveMachineFacts] {
        let wanted = uuids.compactMap { uuid in handles[uuid].map { (uuid, $0) } }
        // One of the connection's four threads stays free for what people ask for.
        let found = try await concurrently(wanted, atMost: 3) { (item) throws(Failure) -> (String, LiveMachineFacts)? in
            let text = try await Host.present("Cannot read a machine's description") { () throws(LibvirtError) in
                try await item.1.xml()
            }
            // One that cannot be read has nothing to tell; its row stands all the same.
            guard let text, let view = try? LibvirtXML.Domain(parsing: text) else { return nil }
            return (item.0, LiveMachineFacts(view))
        }
        described.formUnion(uuids)
        return Dictionary(found.compactMap(\.self)) { first, _ in first }
    }
}
