public import RoostCore

extension ServerSite {
    public func machines(_ texts: [String]) async throws(Failure) -> FleetSelection<any SiteMachine> {
        let found = try await remoteMachines(texts)
        return FleetSelection(items: found.items, failures: found.failures)
    }

    func remoteMachines(_ texts: [String]) async throws(Failure) -> FleetSelection<RemoteMachine> {
        async let everything = attempt { () throws(Failure) in try await self.machineRows() }
        let hosts = try await hosts()
        let rows = try await everything.get()
        return try await select(texts, hosts) { host, isSeveral throws(Failure) in
            rows.filter { $0.host == host.name }.map { RemoteMachine(self, $0, isOfOneOfSeveral: isSeveral) }
        }
    }

    public func networks(_ texts: [String]) async throws(Failure) -> FleetSelection<any SiteNetwork> {
        let found = try await select(texts, try await hosts()) { host, isSeveral throws(Failure) in
            try await self.all(
                ["hosts", host.name, "networks"], of: NetworkSummary.self, task: "Cannot list the networks"
            )
            .map { RemoteNetwork(self, $0, host: host.name, isOfOneOfSeveral: isSeveral) }
        }
        return FleetSelection(items: found.items, failures: found.failures)
    }

    public func pools(_ texts: [String]) async throws(Failure) -> FleetSelection<any SitePool> {
        let found = try await select(texts, try await hosts()) { host, isSeveral throws(Failure) in
            try await self.all(["hosts", host.name, "pools"], of: PoolSummary.self, task: "Cannot list the pools")
                .map { RemotePool(self, $0, host: host.name, isOfOneOfSeveral: isSeveral) }
        }
        return FleetSelection(items: found.items, failures: found.failures)
    }

    /// Finds what the texts name, as ``Fleet/select(_:of:)`` does.
    /// - Parameter list: everything of the sort on a host.
    private func select<Item: SiteItem>(
        _ texts: [String], _ hosts: [LiveHost],
        _ list: @escaping @Sendable (LiveHost, _ isSeveral: Bool) async throws(Failure) -> [Item]
    ) async throws(Failure) -> FleetSelection<Item> {
        let plan = try await plan(texts)
        let isSeveral = plan.isSeveral || plan.hosted.contains { $0.host != nil }
        let answers = await gather(plan) { host, _ throws(Failure) in try await list(host, isSeveral) }
        if plan.members.count == 1 { _ = try answers[0].result.get() }
        let known = Dictionary(zip(plan.members, answers)) { first, _ in first }
        var picking = NamePicking<Item>()
        for (name, members) in zip(plan.hosted, plan.places) {
            picking.pick(name, from: members.compactMap { known[$0] })
        }
        return FleetSelection(items: picking.items, failures: picking.failures)
    }
}
