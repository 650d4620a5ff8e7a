/// Who says that a changed host is still there.
public enum BridgeConfirmation: Hashable, Sendable {
    /// Roost, by a new connection that comes about.
    case automatic
    /// A person, later; nobody follows it meanwhile.
    case manual
    /// A person, while it is followed to its end.
    case followed
}
