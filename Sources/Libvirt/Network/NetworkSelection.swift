internal import CLibvirt

/// Which networks to list. Of each pair, neither or both mean no restriction.
public struct NetworkSelection: OptionSet, Hashable, Sendable {
    /// libvirt's flags (`virConnectListAllNetworksFlags`).
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Those that do not run. `VIR_CONNECT_LIST_NETWORKS_INACTIVE`
    public static let inactive = Self(rawValue: VIR_CONNECT_LIST_NETWORKS_INACTIVE.rawValue)
    /// Those that run. `VIR_CONNECT_LIST_NETWORKS_ACTIVE`
    public static let active = Self(rawValue: VIR_CONNECT_LIST_NETWORKS_ACTIVE.rawValue)
    /// Defined ones. `VIR_CONNECT_LIST_NETWORKS_PERSISTENT`
    public static let persistent = Self(rawValue: VIR_CONNECT_LIST_NETWORKS_PERSISTENT.rawValue)
    /// Those that are gone once they stop. `VIR_CONNECT_LIST_NETWORKS_TRANSIENT`
    public static let transient = Self(rawValue: VIR_CONNECT_LIST_NETWORKS_TRANSIENT.rawValue)
    /// Those that start with the host. `VIR_CONNECT_LIST_NETWORKS_AUTOSTART`
    public static let autostart = Self(rawValue: VIR_CONNECT_LIST_NETWORKS_AUTOSTART.rawValue)
    /// Those that do not start with the host. `VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART`
    public static let noAutostart = Self(rawValue: VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART.rawValue)
}
