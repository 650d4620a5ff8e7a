import NIOHTTP1
public import RoostCore

extension ServerPlace {
    public func bridge(_ name: String) async throws(Failure) -> HostBridge {
        try await server.ask(
            .get(path + ["bridges", name]), for: HostBridge.self, task: "Cannot show bridge \(name) of \(host)")
    }

    public func makingBridge(_ request: BridgeRequest) async throws(Failure) -> any SiteBridgeMaking {
        let task = "Cannot make bridge \(request.bridge) on \(host)"
        let answer = try await server.ask(try .sending(.POST, path + ["bridges", "plan"], request), task: task)
        let plan = try server.read(RemoteBridgeMaking.Plan.self, from: answer, task: task)
        return RemoteBridgeMaking(
            place: self, request: request, plan: plan.plan, lines: plan.lines, task: task,
            tag: try server.tag(of: answer, task: task))
    }

    public func deletingBridge(_ name: String, force: Bool) async throws(Failure) -> any SiteBridgeDeletion {
        let task = "Cannot delete bridge \(name) of \(host)"
        let answer = try await server.ask(.get(path + ["bridges", name, "deletion"]), task: task)
        let plan = try server.read(BridgeDeletion.self, from: answer, task: task)
        if !force { try plan.checkUnplugged(of: host) }
        return RemoteBridgeDeletion(
            place: self, shown: plan, isForced: force, task: task, tag: try server.tag(of: answer, task: task))
    }

    /// Over a new connection: for a host that is the server's own computer, an older one proves nothing.
    public func confirmBridge(_ name: String) async throws(Failure) {
        let request = ServerRequest.post(path + ["bridges", name, "confirmation"])
        _ = try await server.anew { server throws(Failure) in
            try await server.ask(request, task: "Cannot confirm bridge \(name) of \(host)")
        }
    }
}

extension ServerSite {
    public func bridgeRows() async throws(Failure) -> FleetAnswers<[HostBridge]> {
        let plan = try await plan([])
        return try plan.rows(
            await gather(plan) { host, _ throws(Failure) in
                NamedRows(
                    rows: try await self.all(
                        ["hosts", host.name, "bridges"], of: HostBridge.self,
                        task: "Cannot list the bridges of \(host.name)"))
            })
    }
}
