public import RoostCore

/// A host of a server, which looks at it and mends it.
struct RemoteCheckup: SiteCheckup {
    let place: ServerPlace

    func check() async throws(Failure) -> HostCheckReport {
        try await place.server.ask(
            .get(place.path + ["check"]), for: HostCheckReport.self, task: "Cannot look at \(place.name)")
    }

    private struct Plan: Decodable {
        let changes: [HostChange]
    }

    /// The server looks again: what is shown is what it will do.
    func mending(after report: HostCheckReport) async throws(Failure) -> any SiteMending {
        let task = "Cannot look at \(place.name)"
        let answer = try await place.server.ask(.get(place.path + ["mending"]), task: task)
        return RemoteMending(
            place: place, changes: try place.server.read(Plan.self, from: answer, task: task).changes,
            tag: try place.server.tag(of: answer, task: task))
    }
}

extension ServerSite {
    /// The one host that is meant, to be looked at.
    public func checkup() async throws(Failure) -> any SiteCheckup { RemoteCheckup(place: try await place()) }
}
