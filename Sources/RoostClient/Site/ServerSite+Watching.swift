import AsyncHTTPClient
import NIOCore
public import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ServerSite {
    /// As the server has measured it last: the interval is the server's own.
    public func usage(over interval: Duration) async throws(Failure) -> FleetAnswers<[MachineUsage]> {
        async let everything = attempt { () throws(Failure) in try await self.machineRows() }
        let plan = try await plan([])
        let all = try await everything.get()
        return try plan.rows(
            await gather(plan) { host, _ throws(Failure) in
                NamedRows(rows: all.filter { $0.host == host.name && $0.state.isActive }.map(\.measured))
            })
    }

    public func meters() async throws(Failure) -> FleetAnswers<any UsageMeter> {
        let plan = try await plan([])
        let answers = await gather(plan) { host, _ throws(Failure) -> any UsageMeter in
            RemoteMeter(site: self, name: host.name, isOneOfSeveral: plan.isSeveral)
        }
        if !plan.isSeveral { _ = try answers[0].result.get() }
        return FleetAnswers(answers: answers, isSeveral: plan.isSeveral)
    }

    /// The server's own stream of changes, told as events: of what happened between two of its looks the last is told.
    public func followEvents(
        _ machines: [String], silent: @escaping @Sendable (Failure) -> Void,
        ready: @escaping @Sendable (_ host: String?) -> Void,
        _ body: @escaping @Sendable (HostEvent, _ host: String?) async throws -> Void
    ) async throws {
        let plan = try await plan(machines)
        for host in plan.members { if let failure = host.failure { silent(failure) } }
        let watch = ChangeWatch(site: self, plan: plan)
        try await watch.run {
            for host in plan.members where host.failure == nil { ready(plan.isSeveral ? host.name : nil) }
        } tell: { event, host in
            try await body(event, plan.isSeveral ? host : nil)
        }
    }
}
