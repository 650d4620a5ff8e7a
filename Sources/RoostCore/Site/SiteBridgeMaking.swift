/// A bridge of a host that is decided and not yet made.
public protocol SiteBridgeMaking: Sendable {
    var plan: BridgePlan { get }
    /// The plan for a person's eyes.
    var lines: [String] { get }
    /// Makes it. The host takes it back by itself unless a new connection shows in time that it is still there.
    /// - Parameter isManual: leave the confirmation to ``SiteHost/confirmBridge(_:)``.
    func make(isManual: Bool, _ tell: @escaping @Sendable (BridgeProgress) -> Void) async throws(Failure)
}
