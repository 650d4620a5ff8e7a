import NIOHTTP1
import RoostCore

/// A bridge that the server has decided; no other one is made than what was shown.
struct RemoteBridgeMaking: SiteBridgeMaking {
    struct Plan: Decodable {
        let plan: BridgePlan
        let lines: [String]
    }

    let place: ServerPlace
    let request: BridgeRequest
    let plan: BridgePlan
    let lines: [String]
    let task: String
    let tag: String

    func make(isManual: Bool, _ tell: @escaping @Sendable (BridgeProgress) -> Void) async throws(Failure) {
        let change = RemoteBridgeChange(
            place: place, bridge: plan.bridge, task: task, timeout: plan.timeout, tell: tell)
        try await change.run(
            try .sending(.POST, place.path + ["bridges"], request).ifMatching(tag), isManual: isManual)
    }
}
