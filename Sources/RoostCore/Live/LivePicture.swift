/// How things stand on all hosts at one moment.
public struct LivePicture: Sendable {
    /// The number of the last change that is in it: ``LiveHosts/changes(after:)`` goes on from there.
    public var number: UInt64
    /// In the order of the hosts file.
    public var hosts: [LiveHost]
    /// By name, then host.
    public var machines: [LiveMachine]
    /// By host, then name.
    public var networks: [NetworkSummary]
    /// By host, then name.
    public var pools: [PoolSummary]
}
