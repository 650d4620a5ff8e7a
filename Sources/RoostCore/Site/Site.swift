/// What a command speaks to: hosts directly, which a ``Fleet`` does, or a Roost server, which has hosts of its own.
///
/// Everything is named alike on both, `NAME` or `HOST/NAME`, is answered with the same values, and fails alike.
public protocol Site: Sendable {
    /// The machines as rows.
    /// - Throws: ``Failure`` where only one host is meant: its own, or for a name that it does not have.
    func machineRows(_ filter: MachineFilter) async throws(Failure) -> FleetAnswers<[MachineSummary]>
    /// The machines that names and patterns mean.
    func machines(_ texts: [String]) async throws(Failure) -> FleetSelection<any SiteMachine>
    /// What the deletion of machines would take; nothing is done.
    func deletion(of texts: [String], keepDisks: Bool, force: Bool) async throws(Failure) -> any SiteDeletion
    /// What the running machines of each host use, measured over an interval.
    func usage(over interval: Duration) async throws(Failure) -> FleetAnswers<[MachineUsage]>
    /// What measures that again and again.
    func meters() async throws(Failure) -> FleetAnswers<any UsageMeter>
    /// Tells what happens until the task is cancelled or `body` throws.
    /// - Parameters:
    ///   - machines: names and patterns; none means everything.
    ///   - silent: told of each of several hosts that does not answer.
    ///   - ready: told, with the host where there are several, when its events are followed.
    func followEvents(
        _ machines: [String], silent: @escaping @Sendable (Failure) -> Void,
        ready: @escaping @Sendable (_ host: String?) -> Void,
        _ body: @escaping @Sendable (HostEvent, _ host: String?) async throws -> Void
    ) async throws

    func networkRows(_ names: [String]) async throws(Failure) -> FleetAnswers<[NetworkSummary]>
    func networks(_ texts: [String]) async throws(Failure) -> FleetSelection<any SiteNetwork>
    /// The addresses that networks have given out.
    /// - Parameter networks: names and patterns; none means all.
    func leaseRows(_ networks: [String]) async throws(Failure) -> FleetAnswers<[NetworkLease]>
    /// The ports of hosts that lead to machines.
    /// - Parameter machines: names and patterns; none means all.
    func publishedPortRows(_ machines: [String]) async throws(Failure) -> FleetAnswers<[PublishedPortRow]>
    /// The bridges of hosts.
    func bridgeRows() async throws(Failure) -> FleetAnswers<[HostBridge]>
    func poolRows(_ names: [String]) async throws(Failure) -> FleetAnswers<[PoolSummary]>
    func pools(_ texts: [String]) async throws(Failure) -> FleetSelection<any SitePool>
    /// The volumes of pools.
    func volumeRows(pools: [String]) async throws(Failure) -> FleetAnswers<[VolumeSummary]>
    /// What the deletion of volumes would take; nothing is done.
    func volumeRemoval(_ texts: [String], pool: String?) async throws(Failure) -> any SiteRemoval
    func imageRows(pool: String?) async throws(Failure) -> FleetAnswers<[StoredImage]>
    /// What the deletion of images would take; nothing is done.
    func imageRemoval(_ texts: [String], pool: String?) async throws(Failure) -> any SiteRemoval
    /// What each chosen host is.
    func hostInfo() async throws(Failure) -> HostInfo
    /// The one host where something is made or changed: the one in front of its name, else the one that is meant.
    /// - Parameter text: `NAME` or `HOST/NAME`.
    /// - Returns: with the name alone.
    /// - Throws: ``Failure`` of kind usage when several are meant.
    func place(of text: String) async throws(Failure) -> (host: any SiteHost, name: String)
    /// The one host that is meant.
    func onlyHost() async throws(Failure) -> any SiteHost
}

extension Site {
    /// The one thing that a text names, of those that were found.
    private func only<Item>(
        _ text: String, _ found: FleetSelection<Item>, kind: String, label: (Item) -> String
    ) throws(Failure) -> Item {
        let found = try found.complete()
        guard found.count == 1 else {
            throw Failure(
                .usage, "'\(text)' names \(found.count) \(kind)s", why: "this takes one",
                remedy: found.isEmpty ? nil : "Name one of: \(found.prefix(5).map(label).joined(separator: ", "))")
        }
        return found[0]
    }

    /// The one machine that the text names.
    /// - Throws: ``Failure`` of kind notFound, or of kind usage when it names several.
    public func machine(_ text: String) async throws(Failure) -> any SiteMachine {
        try only(text, try await machines([text]), kind: "machine", label: \.label)
    }

    /// The one network that the text names.
    public func network(_ text: String) async throws(Failure) -> any SiteNetwork {
        try only(text, try await networks([text]), kind: "network", label: \.label)
    }

    /// The one pool that the text names.
    public func pool(_ text: String) async throws(Failure) -> any SitePool {
        try only(text, try await pools([text]), kind: "pool", label: \.label)
    }

    /// Does the same to each machine that the texts name, at the same time. One failure does not stop the others.
    /// - Throws: ``PartialFailure`` with a failure for each text that names nothing and each machine that failed, or whose
    ///   waiting was stopped.
    public func forEachMachine(
        _ texts: [String], _ body: @escaping @Sendable (any SiteMachine) async throws -> Void
    ) async throws {
        try await mapMachines(texts, body).check()
    }

    /// The same with a result from each machine.
    /// - Throws: ``Failure`` when the only host does not answer; what goes wrong with one machine is in the results.
    public func mapMachines<Value: Sendable>(
        _ texts: [String], _ body: @escaping @Sendable (any SiteMachine) async throws -> Value
    ) async throws(Failure) -> MachineResults<Value> {
        let selection = try await machines(texts)
        return await MachineResults.gathered(
            from: selection.items, missing: selection.failures, label: { $0.label }, body)
    }
}
