extension Fleet: Site {
    public func machineRows(_ filter: MachineFilter) async throws(Failure) -> FleetAnswers<[MachineSummary]> {
        try await ask(names: filter.names) { host, names throws(Failure) in
            var filter = filter
            filter.names = names
            return try await host.namedMachines(filter)
        }
    }

    public func machines(_ texts: [String]) async throws(Failure) -> FleetSelection<any SiteMachine> {
        try await select(texts, of: Machine.self).map { $0 }
    }

    public func usage(over interval: Duration) async throws(Failure) -> FleetAnswers<[MachineUsage]> {
        try await ask(taking: interval) { host throws(Failure) in try await host.usage(over: interval) }
    }

    public func meters() async throws(Failure) -> FleetAnswers<any UsageMeter> {
        try await hosts().map { $0.host }
    }

    public func followEvents(
        _ machines: [String], silent: @escaping @Sendable (Failure) -> Void,
        ready: @escaping @Sendable (_ host: String?) -> Void,
        _ body: @escaping @Sendable (HostEvent, _ host: String?) async throws -> Void
    ) async throws {
        try await follow(machines, silent: silent) { host, names, isSeveral in
            let place = isSeveral ? host.name : nil
            try await host.followEvents(machines: names, ready: { ready(place) }) { event in
                try await body(event, place)
            }
        }
    }

    public func networkRows(_ names: [String]) async throws(Failure) -> FleetAnswers<[NetworkSummary]> {
        try await ask(names: names) { host, names throws(Failure) in try await host.namedNetworks(names) }
    }

    public func networks(_ texts: [String]) async throws(Failure) -> FleetSelection<any SiteNetwork> {
        try await select(texts, of: VirtualNetwork.self).map { $0 }
    }

    public func leaseRows(_ networks: [String]) async throws(Failure) -> FleetAnswers<[NetworkLease]> {
        try await ask(names: networks) { host, names throws(Failure) in try await host.networkLeases(names) }
    }

    public func publishedPortRows(_ machines: [String]) async throws(Failure) -> FleetAnswers<[PublishedPortRow]> {
        try await ask(names: machines) { host, names throws(Failure) in try await host.publishedPorts(names) }
    }

    public func bridgeRows() async throws(Failure) -> FleetAnswers<[HostBridge]> {
        try await ask(taking: .seconds(10)) { host throws(Failure) in try await host.bridges() }
    }

    public func poolRows(_ names: [String]) async throws(Failure) -> FleetAnswers<[PoolSummary]> {
        try await ask(names: names) { host, names throws(Failure) in try await host.namedPools(names) }
    }

    public func pools(_ texts: [String]) async throws(Failure) -> FleetSelection<any SitePool> {
        try await select(texts, of: Pool.self).map { $0 }
    }

    public func volumeRows(pools: [String]) async throws(Failure) -> FleetAnswers<[VolumeSummary]> {
        try await ask(names: pools) { host, names throws(Failure) in try await host.namedVolumes(pools: names) }
    }

    public func imageRows(pool: String?) async throws(Failure) -> FleetAnswers<[StoredImage]> {
        try await ask { host throws(Failure) in try await host.images(pool: pool) }
    }

    public func hostInfo() async throws(Failure) -> HostInfo { try await host().info() }

    public func place(of text: String) async throws(Failure) -> (host: any SiteHost, name: String) {
        let hosted = split(text, .item)
        return (try await host(for: hosted), hosted.name)
    }

    public func onlyHost() async throws(Failure) -> any SiteHost { try await host() }
}
