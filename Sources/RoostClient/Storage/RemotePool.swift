import RoostCore

/// A storage pool of a server's host.
struct RemotePool: RemoteSwitchable, SitePool {
    static let kind = Pool.kind

    let site: ServerSite
    let name: String
    let uuid: String
    let hostName: String
    let isOfOneOfSeveral: Bool

    init(_ site: ServerSite, _ row: PoolSummary, host: String, isOfOneOfSeveral: Bool) {
        self.site = site
        (name, uuid, hostName) = (row.name, row.uuid, host)
        self.isOfOneOfSeveral = isOfOneOfSeveral
    }

    static func remedy(known names: [String]) -> String? {
        // What else there is to do about no pools at all is done on the host.
        names.isEmpty ? nil : Pool.remedy(known: names)
    }

    var path: [String] { ["hosts", hostName, "pools", name] }

    func details() async throws(Failure) -> PoolDetails {
        try await server.ask(.get(path), for: PoolDetails.self, task: "Cannot read pool \(label)")
    }
}
