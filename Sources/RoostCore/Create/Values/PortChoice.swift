/// A port of the host that a machine uses.
public enum PortChoice: Sendable, Equatable {
    /// The host chooses a free one at each start.
    case automatic
    case fixed(Int)
}
