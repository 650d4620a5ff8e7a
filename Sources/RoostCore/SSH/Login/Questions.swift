/// Whether ssh may ask the person for a password, a passphrase, or about a host's key.
public enum Questions: Hashable, Sendable {
    /// On the terminal, or by SSH_ASKPASS where there is none.
    case allowed
    /// What would need an answer fails.
    case refused
}
