/// What keeps the network settings of a host.
public enum BridgeManager: String, Hashable, Sendable, Codable, CaseIterable {
    case netplan
    case networkManager = "NetworkManager"
    case networkd = "systemd-networkd"
    case ifupdown
    /// The network scripts of CentOS 7 and its kin.
    case ifcfg
    /// Nobody that Roost knows: a restart of the host forgets what is made.
    case none
}
