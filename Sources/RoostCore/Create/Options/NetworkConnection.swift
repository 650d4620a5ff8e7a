/// What a network interface is connected to.
public enum NetworkConnection: Sendable, Equatable {
    /// The host's usual network.
    case automatic
    case network(String, portgroup: String?)
    case bridge(String)
    /// An interface of the host, shared by macvtap.
    case direct(device: String, mode: String?)
    /// QEMU's own address translation, which needs no rights on the host.
    case user
    /// A bare tap device that somebody else connects.
    case ethernet
}
