import Hummingbird
import RoostCore

/// `/hosts/{host}/mending`: what `roost host check --fix` would do, and does.
struct HostMendingRoutes: Sendable {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        let ruling = group.requires(.administrator)
        ruling.get("/hosts/{host}/mending", use: plan)
        ruling.post("/hosts/{host}/mending", use: mend)
    }

    private struct Plan: Encodable {
        let changes: [HostChange]
    }

    private func planned(
        _ context: RoostRequestContext
    ) async throws -> (host: RoostCore.Host, changes: [HostChange], tag: EntityTag) {
        let host = try await parts.live.host(named: try context.part("host"))
        let changes = try await parts.check(host).fixes
        return (host, changes, EntityTag(of: try ServerJSON.encode(Plan(changes: changes))))
    }

    /// Looks at the host, which takes some seconds.
    @Sendable private func plan(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let (_, changes, tag) = try await planned(context)
        return try ServerJSON.response(Plan(changes: changes), headers: [.eTag: tag.text])
    }

    /// Each change stands by itself: one that fails does not stop the others.
    @Sendable private func mend(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        guard request.headers[.ifMatch] != nil else {
            throw Failure(
                .usage, "Nothing was changed", why: "it is not said what was seen",
                remedy: "Send the ETag of GET …/mending as If-Match.")
        }
        let (host, changes, tag) = try await planned(context)
        try tag.check(request)
        guard !changes.isEmpty else { throw Failure(.state, "There is nothing that could be mended on \(host.name)") }
        let parts = parts
        let status = try parts.operations.start(
            "mend \(host.name)", host: host.name, user: try context.known().user, isAlone: true
        ) { report in
            var outcomes: [HostMending.Outcome] = []
            for (number, change) in changes.enumerated() {
                report(OperationProgress(step: change.title, done: UInt64(number), total: UInt64(changes.count)))
                do {
                    try await parts.audit.record(
                        context, action: "mend-host", host: host.name, detail: change.title
                    ) { try await host.make(change) }
                    outcomes.append(HostMending.Outcome(title: change.title, failure: nil))
                } catch let failure as Failure where failure.kind != .interrupted {
                    outcomes.append(HostMending.Outcome(title: change.title, failure: failure))
                }
            }
            return HostMending(host: host.name, changes: outcomes)
        }
        return try Started(operation: status).response()
    }
}
