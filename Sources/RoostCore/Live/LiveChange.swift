/// Something that has become different on one of the hosts.
public enum LiveChange: Hashable, Sendable {
    /// A host, or whether it answers. It stands for all that is on the host: rows of a host that does not answer are those
    /// that were seen last.
    case host(LiveHost)
    /// A host that is no longer one of ours.
    case hostGone(String)
    /// nil for a machine that is gone.
    case machine(host: String, uuid: String, LiveMachine?)
    /// nil for a network that is gone.
    case network(host: String, name: String, NetworkSummary?)
    /// nil for a pool that is gone.
    case pool(host: String, name: String, PoolSummary?)
    /// What the running machines of a host use, all at once, and the host itself.
    case usage(host: String, [LiveUsage.OfMachine], own: LiveUsage?)
}
