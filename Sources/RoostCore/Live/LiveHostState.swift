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

    init(_ target: LiveTarget) { self.target = target }

    var row: LiveHost {
        LiveHost(
            name: target.name, uri: target.uri.text, isLocal: target.uri.isLocal, state: state,
            why: failure?.description, remedy: failure?.remedy, since: since, info: info,
            machines: HostInfo.Counts(
                running: machines.values.count { $0.state.isActive }, total: machines.count))
    }
}
