import RoostCore

/// The deletion of a bridge as the server has worked it out.
struct RemoteBridgeDeletion: SiteBridgeDeletion {
    let place: ServerPlace
    let shown: BridgeDeletion
    let isForced: Bool
    let task: String
    let tag: String

    func delete(within timeout: Int, _ tell: @escaping @Sendable (BridgeProgress) -> Void) async throws(Failure) {
        let change = RemoteBridgeChange(
            place: place, bridge: shown.bridge, task: task, timeout: timeout, tell: tell)
        let query = [("timeout", "\(timeout)")] + (isForced ? [("force", "true")] : [])
        try await change.run(
            .delete(place.path + ["bridges", shown.bridge], query: query).ifMatching(tag), isManual: false)
    }
}
