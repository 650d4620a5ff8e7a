public import RoostCore

extension ServerSite {
    public func leaseRows(_ networks: [String]) async throws(Failure) -> FleetAnswers<[NetworkLease]> {
        let plan = try await plan(networks)
        return try plan.rows(
            await gather(plan) { host, names throws(Failure) in
                let leases = try await self.all(
                    ["hosts", host.name, "leases"], of: NetworkLease.self,
                    task: "Cannot read what the networks have given out")
                guard !names.isEmpty else { return NamedRows(rows: leases) }
                let known = try await self.all(
                    ["hosts", host.name, "networks"], of: NetworkSummary.self, task: "Cannot list the networks")
                let chosen = NamedRows(
                    choosing: names, from: known, kind: RemoteNetwork.kind, patterns: true, name: \.name,
                    uuid: \.uuid, remedy: RemoteNetwork.remedy)
                let meant = Set(chosen.rows.map(\.name))
                return NamedRows(rows: leases.filter { meant.contains($0.network) }, missing: chosen.missing)
            })
    }

    public func publishedPortRows(_ machines: [String]) async throws(Failure) -> FleetAnswers<[PublishedPortRow]> {
        let plan = try await plan(machines)
        return try plan.rows(
            await gather(plan) { host, names throws(Failure) in
                guard !names.isEmpty else { return NamedRows(rows: try await self.ports(of: host.name, leadingTo: [])) }
                let chosen = NamedRows(
                    choosing: names, from: try await self.machineRows(of: host.name), kind: RemoteMachine.kind,
                    patterns: true, name: \.name, uuid: \.uuid, id: \.id)
                guard !chosen.rows.isEmpty else {
                    return NamedRows<PublishedPortRow>(rows: [], missing: chosen.missing)
                }
                let ports = try await self.ports(of: host.name, leadingTo: chosen.rows.map(\.uuid))
                return NamedRows(rows: ports, missing: chosen.missing)
            })
    }

    /// - Parameter machines: their UUIDs; none means all.
    private func ports(of host: String, leadingTo machines: [String]) async throws(Failure) -> [PublishedPortRow] {
        // The server asks each machine by itself. More than so many do not fit into a request.
        let named: [(String, String)] = machines.count > 100 ? [] : machines.map { ("machine", $0) }
        let ports = try await all(
            ["hosts", host, "ports"], query: named, of: PublishedPortRow.self,
            task: "Cannot list the ports that lead to machines")
        let meant = Set(machines)
        return meant.isEmpty ? ports : ports.filter { meant.contains($0.uuid) }
    }
}
