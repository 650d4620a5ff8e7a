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
}
