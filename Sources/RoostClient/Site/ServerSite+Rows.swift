public import RoostCore

extension ServerSite {
    /// Two requests, and one for each thousand machines more.
    public func machineRows(_ filter: MachineFilter) async throws(Failure) -> FleetAnswers<[MachineSummary]> {
        async let everything = attempt { () throws(Failure) in try await self.machineRows() }
        let plan = try await plan(filter.names)
        let all = try await everything.get()
        return try plan.rows(
            answers(plan) { host, names in
                let own = all.filter { $0.host == host.name }
                let named = NamedRows(
                    choosing: names, from: own, kind: "machine", patterns: false, name: \.name, uuid: \.uuid, id: \.id)
                let rows = named.rows.filter { row in
                    (filter.states.isEmpty || filter.states.contains(row.state))
                        && Set(filter.tags).isSubset(of: row.tags)
                }
                return NamedRows(
                    rows: rows.map { $0.summary(withTags: !filter.tags.isEmpty) }.sorted { $0.name < $1.name },
                    missing: named.missing)
            })
    }

    /// Every machine of the server.
    func machineRows(of host: String? = nil) async throws(Failure) -> [LiveMachine] {
        try await all(
            ["machines"], query: [("limit", "1000")] + (host.map { [("host", $0)] } ?? []), of: LiveMachine.self,
            task: "Cannot list the machines")
    }

    public func networkRows(_ names: [String]) async throws(Failure) -> FleetAnswers<[NetworkSummary]> {
        try await rows(
            names, "networks", kind: RemoteNetwork.kind, remedy: RemoteNetwork.remedy, name: \.name, uuid: \.uuid)
    }

    public func poolRows(_ names: [String]) async throws(Failure) -> FleetAnswers<[PoolSummary]> {
        try await rows(names, "pools", kind: RemotePool.kind, remedy: RemotePool.remedy, name: \.name, uuid: \.uuid)
    }

    public func volumeRows(pools: [String]) async throws(Failure) -> FleetAnswers<[VolumeSummary]> {
        let plan = try await plan(pools)
        return try plan.rows(
            await gather(plan) { host, names throws(Failure) in
                let rows = try await self.all(
                    ["hosts", host.name, "pools"], of: PoolSummary.self, task: "Cannot list the pools")
                let chosen = NamedRows(
                    choosing: names, from: rows, kind: RemotePool.kind, patterns: true, name: \.name, uuid: \.uuid,
                    remedy: RemotePool.remedy)
                var volumes: [VolumeSummary] = []
                for pool in chosen.rows { volumes += try await self.volumes(of: pool.name, on: host.name) }
                return NamedRows(rows: volumes, missing: chosen.missing)
            })
    }

    func volumes(of pool: String, on host: String) async throws(Failure) -> [VolumeSummary] {
        try await all(
            ["hosts", host, "pools", pool, "volumes"], of: VolumeSummary.self,
            task: "Cannot list the volumes of pool \(pool)")
    }

    public func imageRows(pool: String?) async throws(Failure) -> FleetAnswers<[StoredImage]> {
        try refuse(pool, "--pool")
        let plan = try await plan([])
        return try plan.rows(
            await gather(plan) { host, _ throws(Failure) in NamedRows(rows: try await self.images(of: host.name)) })
    }

    func images(of host: String) async throws(Failure) -> [StoredImage] {
        try await all(["hosts", host, "images"], of: StoredImage.self, task: "Cannot list the images")
    }

    /// The hosts that are meant, as the server sees them.
    public func hostRows() async throws(Failure) -> [LiveHost] {
        let hosts = try await hosts()
        return hosts.isEmpty && chosen.isEmpty ? [] : try members(of: hosts)
    }

    public func hostInfo() async throws(Failure) -> HostInfo {
        let host = try await place().host
        let row = try await server.ask(.get(["hosts", host]), for: LiveHost.self, task: "Cannot read the host")
        if let failure = row.failure { throw failure }
        guard let info = row.info else { throw Failure(.unreachable, "\(host) is not connected yet") }
        return info
    }

    /// What only hosts that are spoken to directly can do.
    func refuse(_ option: String?, _ name: String) throws(Failure) {
        guard option != nil else { return }
        throw Failure.direct("\(name) goes to hosts directly")
    }

    /// The rows of a sort that each host has one list of.
    private func rows<Row: Decodable & Sendable>(
        _ names: [String], _ list: String, kind: String, remedy: @escaping @Sendable ([String]) -> String?,
        name: @escaping @Sendable (Row) -> String, uuid: @escaping @Sendable (Row) -> String?
    ) async throws(Failure) -> FleetAnswers<[Row]> {
        let plan = try await plan(names)
        return try plan.rows(
            await gather(plan) { host, names throws(Failure) in
                let rows = try await self.all(
                    ["hosts", host.name, list], of: Row.self, task: "Cannot list the \(kind)s")
                return NamedRows(
                    choosing: names, from: rows, kind: kind, patterns: true, name: name, uuid: uuid, remedy: remedy)
            })
    }

    /// What is known already, of each host that answers.
    private func answers<Value>(
        _ plan: NamePlan<LiveHost>, _ body: (LiveHost, [String]) -> Value
    ) -> [HostAnswer<Value>] {
        plan.members.map { host in
            HostAnswer(
                host: host.name,
                result: host.failure.map { .failure($0) } ?? .success(body(host, plan.names[host] ?? [])))
        }
    }

    /// Asks for something of each host that answers, all at once.
    func gather<Value: Sendable>(
        _ plan: NamePlan<LiveHost>,
        _ body: @escaping @Sendable (LiveHost, [String]) async throws(Failure) -> Value
    ) async -> [HostAnswer<Value>] {
        await withTaskGroup(of: (Int, HostAnswer<Value>).self) { group in
            for (index, host) in plan.members.enumerated() {
                let names = plan.names[host] ?? []
                group.addTask {
                    let result = await attempt { () throws(Failure) in
                        if let failure = host.failure { throw failure }
                        return try await body(host, names)
                    }
                    return (index, HostAnswer(host: host.name, result: result))
                }
            }
            var answers = [HostAnswer<Value>?](repeating: nil, count: plan.members.count)
            for await (index, answer) in group { answers[index] = answer }
            return answers.compactMap(\.self)
        }
    }
}

extension Failure {
    /// - Parameter what: that has to be done without a server in between.
    public static func direct(_ what: String) -> Failure {
        Failure(
            .usage, what, why: "a Roost server is in between",
            remedy: "Leave --server away; where ROOST_SERVER is set, say --server ''.")
    }
}
