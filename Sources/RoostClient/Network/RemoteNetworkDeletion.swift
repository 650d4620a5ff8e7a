import RoostCore

/// The deletion of a network through a server: it goes only if it is what was shown.
struct RemoteNetworkDeletion: SiteNetworkDeletion {
    let network: RemoteNetwork
    let shown: NetworkDeletion
    let isForced: Bool
    let tag: String

    var label: String { network.label }

    func delete() async throws(Failure) {
        let request = ServerRequest.delete(network.path, query: isForced ? [("force", "true")] : []).ifMatching(tag)
        _ = try await network.server.ask(request, task: "Cannot delete network \(label)")
    }
}
