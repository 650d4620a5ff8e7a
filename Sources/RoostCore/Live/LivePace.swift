/// How often a supervised host is asked.
public struct LivePace: Sendable {
    /// How long events are gathered before what they were about is read, all of it with one call.
    public var coalescing: Duration
    /// Between two measurements of what the machines use.
    public var sampling: Duration
    /// Between two looks at everything, for what has no event, such as the setting that a machine starts with its host.
    public var looking: Duration
    /// Between two looks at the addresses that networks have given out.
    public var leases: Duration
    /// Between two looks into the hosts file.
    public var hostsFile: Duration
    public var backoff: Backoff

    public init(
        coalescing: Duration = .milliseconds(100), sampling: Duration = .seconds(3), looking: Duration = .seconds(60),
        leases: Duration = .seconds(10), hostsFile: Duration = .seconds(10), backoff: Backoff = Backoff()
    ) {
        self.coalescing = coalescing
        self.sampling = sampling
        self.looking = looking
        self.leases = leases
        self.hostsFile = hostsFile
        self.backoff = backoff
    }
}
