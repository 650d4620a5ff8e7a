/// What of a machine is shown.
enum ConsoleKind: String, Hashable, Codable, Sendable {
    /// The screen, in the protocol RFB.
    case vnc
    /// The first serial console.
    case serial
}
