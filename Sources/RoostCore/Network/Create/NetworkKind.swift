/// How a network's machines reach what is outside.
public enum NetworkKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// With the host's address, by translation; nobody outside reaches them unless a port is forwarded.
    case nat
    /// With addresses of their own, to which routers outside must know the way.
    case route
    /// As `route`, and libvirt makes no firewall rules.
    case open
    /// Not at all: each other and the host alone.
    case isolated
    /// By a bridge that the host has already, as if they were plugged into its switch.
    case bridge
}
