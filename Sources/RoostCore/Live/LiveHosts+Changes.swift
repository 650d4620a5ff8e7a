#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What supervisors bring. Whatever comes of a host that is no longer supervised is dropped.
extension LiveHosts {
    /// A host does not answer, or no longer.
    func lost(_ name: String, _ failure: Failure) {
        guard var state = states[name] else { return }
        let before = state
        if state.state != .unreachable { state.since = Date() }
        state.state = .unreachable
        state.failure = failure
        state.connection = nil
        state.usage = nil
        for uuid in state.machines.keys {
            state.machines[uuid]?.reachable = false
            state.machines[uuid]?.usage = nil
        }
        states[name] = state
        if before.state != .unreachable || before.failure != failure { tellHost(name) }
    }

    /// A look at everything on a host.
    func looked(
        _ name: String, over host: Host, machines: [MachineSummary], networks: [NetworkSummary],
        pools: [PoolSummary], info: HostInfo
    ) {
        guard var state = states[name] else { return }
        let before = state.row
        if state.state != .connected { state.since = Date() }
        (state.state, state.failure, state.connection, state.info) = (.connected, nil, host, info)
        states[name] = state
        change(name, machines, [:], gone: Set(state.machines.keys).subtracting(machines.map(\.uuid)), areNews: false)
        changed(name, networks: networks)
        changed(name, pools: pools)
        forgetOldHistories(name)
        if states[name]?.row != before { tellHost(name) }
    }

    /// Events were about these machines.
    func changed(
        _ name: String, machines: [MachineSummary], _ facts: [String: LiveMachineFacts], gone: Set<String>
    ) {
        change(name, machines, facts, gone: gone, areNews: true)
    }

    /// - Parameter areNews: whether something happened to each of them, also where their rows are as they were.
    private func change(
        _ name: String, _ machines: [MachineSummary], _ facts: [String: LiveMachineFacts], gone: Set<String>,
        areNews: Bool
    ) {
        guard let state = states[name] else { return }
        for uuid in gone where state.machines[uuid] != nil {
            states[name]?.machines[uuid] = nil
            states[name]?.histories[uuid] = nil
            states[name]?.cards[uuid] = nil
            tell(.machine(host: name, uuid: uuid, nil))
        }
        for summary in machines {
            let known = state.machines[summary.uuid]
            var row = LiveMachine(summary, after: known, facts[summary.uuid], host: name)
            if let facts = facts[summary.uuid] { states[name]?.cards[summary.uuid] = facts.cards }
            row.addresses = states[name]?.addresses(of: row)
            if areNews { row.revision += 1 }
            guard row != known else { continue }
            states[name]?.machines[summary.uuid] = row
            tell(.machine(host: name, uuid: summary.uuid, row))
        }
    }

    /// Descriptions were read.
    func described(_ name: String, _ facts: [String: LiveMachineFacts]) {
        for (uuid, facts) in facts {
            guard let known = states[name]?.machines[uuid] else { continue }
            var row = known
            row.take(facts)
            states[name]?.cards[uuid] = facts.cards
            row.addresses = states[name]?.addresses(of: row)
            guard row != known else { continue }
            states[name]?.machines[uuid] = row
            tell(.machine(host: name, uuid: uuid, row))
        }
    }

    func changed(_ name: String, networks: [NetworkSummary]) {
        guard let before = states[name]?.networks else { return }
        let now = Dictionary(networks.map { ($0.name, $0) }) { first, _ in first }
        states[name]?.networks = now
        for network in Self.changes(before, now) { tell(.network(host: name, name: network, now[network])) }
    }

    func changed(_ name: String, pools: [PoolSummary]) {
        guard let before = states[name]?.pools else { return }
        let now = Dictionary(pools.map { ($0.name, $0) }) { first, _ in first }
        states[name]?.pools = now
        for pool in Self.changes(before, now) { tell(.pool(host: name, name: pool, now[pool])) }
    }

    private static func changes<Row: Equatable>(_ before: [String: Row], _ now: [String: Row]) -> [String] {
        Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.sorted()
    }

    /// Whether anything runs there that may have been given an address.
    func wantsAddresses(_ name: String) -> Bool {
        guard let state = states[name] else { return false }
        return state.networks.values.contains(where: \.active)
            && state.machines.values.contains(where: \.state.isActive)
    }

    /// What the networks of a host have given out, by hardware address.
    func leased(_ name: String, _ leases: [String: [String]]) {
        guard let before = states[name], before.leases != leases else { return }
        states[name]?.leases = leases
        for known in before.machines.values where known.reachable {
            var row = known
            row.addresses = states[name]?.addresses(of: row)
            guard row != known else { continue }
            states[name]?.machines[known.uuid] = row
            tell(.machine(host: name, uuid: known.uuid, row))
        }
    }

    /// What the running machines of a host use, and the host itself.
    func measured(_ name: String, _ measured: [MachineUsage], own: LiveUsage?) {
        guard states[name] != nil else { return }
        let now = Date()
        var items: [LiveUsage.OfMachine] = []
        for item in measured.lazy.map({ LiveUsage.OfMachine($0) }) where states[name]?.machines[item.uuid] != nil {
            states[name]?.machines[item.uuid]?.usage = item.usage
            states[name]?.histories[item.uuid, default: UsageHistory()].add(item.usage, at: now)
            items.append(item)
        }
        var whole = own
        if whole != nil {
            whole?.diskReadRate = Self.sum(items.map(\.usage.diskReadRate))
            whole?.diskWriteRate = Self.sum(items.map(\.usage.diskWriteRate))
            whole?.networkReceiveRate = Self.sum(items.map(\.usage.networkReceiveRate))
            whole?.networkSendRate = Self.sum(items.map(\.usage.networkSendRate))
        }
        states[name]?.usage = whole
        if let whole { states[name]?.history.add(whole, at: now) }
        if !items.isEmpty || whole != nil { tell(.usage(host: name, items, own: whole)) }
    }

    private static func sum(_ rates: [Double?]) -> Double {
        // More digits would be noise.
        (rates.reduce(0) { $0 + ($1 ?? 0) } * 10).rounded() / 10
    }

    /// A machine that has been off for longer than a history reaches needs none.
    private func forgetOldHistories(_ name: String) {
        let oldest = UsageHistory.slot(of: Date() - UsageHistory.step * TimeInterval(UsageHistory.most))
        guard let histories = states[name]?.histories else { return }
        for (uuid, history) in histories where history.lastSlot < oldest { states[name]?.histories[uuid] = nil }
    }
}
