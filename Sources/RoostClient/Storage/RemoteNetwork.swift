import RoostCore

/// A network of a server's host.
struct RemoteNetwork: RemoteItem, SiteNetwork {
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

    func xml() async throws(Failure) -> String { throw Failure.direct("A network's XML is shown by its host alone") }

    func start() async throws(Failure) { try await act("start", task: "Cannot start network \(label)") }
    func stop() async throws(Failure) { try await act("stop", task: "Cannot stop network \(label)") }
}
