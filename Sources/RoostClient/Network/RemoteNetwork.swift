import NIOHTTP1
import RoostCore

/// A network of a server's host.
struct RemoteNetwork: RemoteSwitchable, SiteNetwork {
    static let kind = VirtualNetwork.kind

    let site: ServerSite
    let name: String
    let uuid: String
    let hostName: String
    let isOfOneOfSeveral: Bool

    init(_ site: ServerSite, _ row: NetworkSummary, host: String, isOfOneOfSeveral: Bool) {
        self.site = site
        (name, uuid, hostName) = (row.name, row.uuid, host)
        self.isOfOneOfSeveral = isOfOneOfSeveral
    }

    static func remedy(known names: [String]) -> String? { VirtualNetwork.remedy(known: names) }

    var path: [String] { ["hosts", hostName, "networks", name] }

    func details() async throws(Failure) -> NetworkDetails {
        try await server.ask(.get(path), for: NetworkDetails.self, task: "Cannot read network \(label)")
    }

    func connections() async throws(Failure) -> [NetworkDetails.Connection] { try await details().connections }

    func setAutostart(_ autostart: Bool) async throws(Failure) {
        _ = try await server.ask(
            try .sending(.PATCH, path, ["autostart": autostart]), task: "Cannot set the autostart of network \(label)")
    }

    func change(_ change: NetworkChangeArguments) async throws(Failure) -> NetworkChangeReport {
        var report = try await server.ask(
            try .sending(.PATCH, path, try NetworkChangeOrder(change)), for: NetworkChangeReport.self,
            task: "Cannot change network \(label)")
        report.network = label
        return report
    }

    func editing() async throws(Failure) -> any TextEdit {
        throw Failure.direct("A network is changed by options through a server; its XML is edited on its host")
    }

    func deleting(force: Bool) async throws(Failure) -> any SiteNetworkDeletion {
        let task = "Cannot delete network \(label)"
        let answer = try await server.ask(.get(path + ["deletion"]), task: task)
        let plan = try server.read(NetworkDeletion.self, from: answer, task: task)
        if !force { try plan.checkUnused(label) }
        return RemoteNetworkDeletion(
            network: self, shown: plan, isForced: force, tag: try server.tag(of: answer, task: task))
    }
}
