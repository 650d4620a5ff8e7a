/// What became of a request to shut down.
public enum ShutdownOutcome: String, Hashable, Sendable, Codable {
    /// The guest was asked; nobody waited for it.
    case asked
    /// The guest has shut down.
    case off
    /// The guest did not react, so the plug was pulled.
    case forced
}
