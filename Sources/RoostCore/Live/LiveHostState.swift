#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is known of one supervised host.
struct LiveHostState: Sendable {
    let target: LiveTarget
    var state = LiveHost.State.connecting
    var failure: Failure?
    var since = Date()
    /// While it is connected.
    var connection: Host?
    var info: HostInfo?
    /// By UUID.
    var machines: [String: LiveMachine] = [:]
    /// By name.
    var networks: [String: NetworkSummary] = [:]
    /// By name.
    var pools: [String: PoolSummary] = [:]
    /// By UUID.
    var histories: [String: UsageHistory] = [:]
    /// What the host itself uses, as of the last measurement.
    var usage: LiveUsage?
    var history = UsageHistory()
    /// The hardware addresses of each machine's cards, by its UUID.
    var cards: [String: [String]] = [:]
    /// What networks have given out, by hardware address.
    var leases: [String: [String]] = [:]

    init(_ target: LiveTarget) { self.target = target }

    var row: LiveHost {
        LiveHost(
            name: target.name, uri: target.uri.text, isLocal: target.uri.isLocal, state: state,
            why: failure?.description, remedy: failure?.remedy, since: since, info: info,
            machines: HostInfo.Counts(
                running: machines.values.count { $0.state.isActive }, total: machines.count),
            usage: usage)
    }

    /// The addresses of a machine that runs, as far as leases tell; those of a machine that is off belong to nobody.
    func addresses(of row: LiveMachine) -> [String]? {
        guard row.state.isActive, let cards = cards[row.uuid] else { return nil }
        let known = cards.flatMap { leases[$0] ?? [] }
        return known.isEmpty ? nil : Array(known.prefix(Self.mostAddresses))
    }

    private static let mostAddresses = 16
}
