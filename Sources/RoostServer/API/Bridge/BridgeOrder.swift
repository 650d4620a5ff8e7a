import RoostCore

/// A bridge that somebody wants, in the words of `roost host bridge create`.
struct BridgeOrder: StrictBody {
    static let fields: Set<String> = ["bridge", "nic", "stp", "timeout"]

    let bridge: String
    let nic: String
    var stp: Bool?
    /// Seconds in which it must be confirmed.
    var timeout: Int?

    func request() throws(Failure) -> BridgeRequest {
        try BridgeRequest(bridge: bridge, nic: nic, stp: stp ?? false, timeout: timeout ?? 60)
    }
}
