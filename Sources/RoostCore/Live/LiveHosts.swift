#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// All hosts at once, each with one standing connection and a picture in memory that follows libvirt's events.
///
/// Whoever lists machines asks this and not libvirt: a list costs no call, however many ask. Each host has a supervisor of
/// its own, so that one which hangs or is away keeps no other from being seen.
public actor LiveHosts {
    /// Every change, with its number.
    public nonisolated let feed: ChangeFeed<LiveChange>
    private let pace: LivePace
    private let targets: @Sendable () async throws(Failure) -> [LiveTarget]
    private let followsFile: Bool

    var states: [String: LiveHostState] = [:]
    private var order: [String] = []
    private var supervisors: [String: Task<Void, Never>] = [:]
    /// Made when it is asked for, and dropped with the next change.
    private var picture: LivePicture?

    /// - Parameters:
    ///   - hosts: names, addresses or URIs; none means those of the hosts file, whose later edits are followed, and the
    ///     local host where it has none.
    public init(hosts: [String] = [], locator: HostLocator = .system, pace: LivePace = LivePace()) {
        self.init(pace: pace, followsFile: hosts.isEmpty) { () throws(Failure) in try await locator.liveTargets(hosts) }
    }

    init(
        pace: LivePace = LivePace(), followsFile: Bool = false, feed: ChangeFeed<LiveChange> = ChangeFeed(),
        targets: @escaping @Sendable () async throws(Failure) -> [LiveTarget]
    ) {
        self.pace = pace
        self.followsFile = followsFile
        self.feed = feed
        self.targets = targets
    }

    /// Supervises the hosts until the task is cancelled, then hangs up on all of them.
    /// - Throws: ``Failure`` when it is not known which hosts are meant: the hosts file is wrong, for example.
    public func run() async throws(Failure) {
        supervise(try await targets())
        while (try? await Task.sleep(for: pace.hostsFile)) != nil {
            // A file that is being edited may be wrong for a while: what was supervised goes on being so.
            if followsFile, let now = try? await targets() { supervise(now) }
        }
        let stopping = Array(supervisors.values)
        for task in stopping { task.cancel() }
        for task in stopping { await task.value }
        for state in states.values { await state.connection?.close() }
        feed.finish()
    }

    private func supervise(_ targets: [LiveTarget]) {
        let wanted = Dictionary(targets.map { ($0.name, $0) }) { first, _ in first }
        for (name, state) in states where wanted[name]?.uri != state.target.uri {
            supervisors.removeValue(forKey: name)?.cancel()
            states[name] = nil
            if let connection = state.connection { Task { await connection.close() } }
            tell(.hostGone(name))
        }
        order = targets.map(\.name)
        for target in targets where states[target.name] == nil {
            states[target.name] = LiveHostState(target)
            supervisors[target.name] = Task { [pace] in
                await HostSupervisor(target: target, pace: pace, live: self).run()
            }
            tellHost(target.name)
        }
    }

    /// How things stand. No call to any host.
    public func snapshot() -> LivePicture {
        if let picture { return picture }
        let states = order.compactMap { self.states[$0] }
        let made = LivePicture(
            number: feed.last, hosts: states.map(\.row),
            machines: states.flatMap(\.machines.values).sorted { ($0.name, $0.host) < ($1.name, $1.host) },
            networks: states.flatMap { $0.networks.values.sorted { $0.name < $1.name } },
            pools: states.flatMap { $0.pools.values.sorted { $0.name < $1.name } })
        picture = made
        return made
    }

    /// One machine as it is known. No call to any host.
    /// - Throws: ``Failure`` of kind notFound.
    public func row(_ uuid: String, on name: String) throws(Failure) -> LiveMachine {
        if let row = try state(name).machines[uuid] { return row }
        throw Failure(.notFound, "There is no machine '\(uuid)' on \(name)")
    }

    /// One host as it is known. No call to it.
    /// - Throws: ``Failure`` of kind notFound.
    public func hostRow(_ name: String) throws(Failure) -> LiveHost { try state(name).row }

    /// The changes from now on, or after a number that the reader has seen: a picture's, or a change's.
    public nonisolated func changes(after seen: UInt64? = nil) -> ChangeSequence<LiveChange> {
        feed.changes(after: seen)
    }

    /// The host's standing connection.
    /// - Throws: ``Failure``: of kind notFound for a name that no host has, of kind unreachable with the reason for one that
    ///   does not answer.
    public func host(named name: String) throws(Failure) -> Host {
        let state = try state(name)
        if let host = state.connection { return host }
        guard let failure = state.failure else {
            throw Failure(
                .unreachable, "\(name) is not connected yet", remedy: "Try again in a moment.")
        }
        throw Failure(.unreachable, "\(name) does not answer", why: "\(failure)", remedy: failure.remedy)
    }

    /// The machine itself, to act on. One call.
    /// - Parameter uuid: in any spelling.
    /// - Throws: ``Failure`` of kind notFound for a machine or a host that is not there, as of ``host(named:)``.
    public func machine(_ uuid: String, on name: String) async throws(Failure) -> Machine {
        try await host(named: name).machine(uuid: uuid)
    }

    /// What a machine has used in the last hour, or the host itself where `uuid` is nil. Oldest first; empty where nothing was
    /// measured.
    public func usage(of uuid: String?, on name: String, since time: Date) throws(Failure) -> [UsagePoint] {
        let state = try state(name)
        guard let uuid else { return state.history.points(since: time) }
        return state.histories[uuid]?.points(since: time) ?? []
    }

    /// What every machine and every host used in the mean of some time of the last hour; without those that were not measured.
    public func means(from start: Date, to end: Date) -> [UsageMean] {
        states.flatMap { name, state -> [UsageMean] in
            let own = state.history.mean(from: start, to: end).map { UsageMean(host: name, uuid: nil, usage: $0) }
            return [own].compactMap(\.self)
                + state.histories.compactMap { uuid, history in
                    history.mean(from: start, to: end).map { UsageMean(host: name, uuid: uuid, usage: $0) }
                }
        }
    }

    private func state(_ name: String) throws(Failure) -> LiveHostState {
        if let state = states[name] { return state }
        let near = Spelling.nearest(to: name, among: order)
        throw Failure(
            .notFound, "There is no host '\(name)'", remedy: near.map { "Did you mean '\($0)'?" })
    }

    // MARK: What the picture is changed by

    func tell(_ change: LiveChange) {
        picture = nil
        if case .usage(_, let items, _) = change {
            // The next one follows in seconds.
            feed.publish(change, cost: 1 + items.count, keeping: false)
        } else {
            feed.publish(change)
        }
    }

    func tellHost(_ name: String) {
        if let row = states[name]?.row { tell(.host(row)) }
    }
}
