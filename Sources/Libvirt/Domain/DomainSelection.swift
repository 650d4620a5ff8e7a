internal import CLibvirt

/// Which domains to list. Members of one group, such as active and inactive, add up; groups narrow each other down;
/// none selects all.
public struct DomainSelection: OptionSet, Hashable, Sendable {
    /// libvirt's number (`virConnectListAllDomainsFlags`).
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// `VIR_CONNECT_LIST_DOMAINS_ACTIVE`
    public static let active = Self(VIR_CONNECT_LIST_DOMAINS_ACTIVE)

    /// `VIR_CONNECT_LIST_DOMAINS_INACTIVE`
    public static let inactive = Self(VIR_CONNECT_LIST_DOMAINS_INACTIVE)

    /// `VIR_CONNECT_LIST_DOMAINS_PERSISTENT`
    public static let persistent = Self(VIR_CONNECT_LIST_DOMAINS_PERSISTENT)

    /// `VIR_CONNECT_LIST_DOMAINS_TRANSIENT`
    public static let transient = Self(VIR_CONNECT_LIST_DOMAINS_TRANSIENT)

    /// `VIR_CONNECT_LIST_DOMAINS_RUNNING`
    public static let running = Self(VIR_CONNECT_LIST_DOMAINS_RUNNING)

    /// `VIR_CONNECT_LIST_DOMAINS_PAUSED`
    public static let paused = Self(VIR_CONNECT_LIST_DOMAINS_PAUSED)

    /// `VIR_CONNECT_LIST_DOMAINS_SHUTOFF`
    public static let shutOff = Self(VIR_CONNECT_LIST_DOMAINS_SHUTOFF)

    /// `VIR_CONNECT_LIST_DOMAINS_OTHER`
    public static let other = Self(VIR_CONNECT_LIST_DOMAINS_OTHER)

    /// `VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE`
    public static let managedSave = Self(VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE)

    /// `VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE`
    public static let noManagedSave = Self(VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE)

    /// `VIR_CONNECT_LIST_DOMAINS_AUTOSTART`
    public static let autostart = Self(VIR_CONNECT_LIST_DOMAINS_AUTOSTART)

    /// `VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART`
    public static let noAutostart = Self(VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART)

    /// `VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT`
    public static let hasSnapshot = Self(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)

    /// `VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT`
    public static let noSnapshot = Self(VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT)

    /// `VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT`
    public static let hasCheckpoint = Self(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT)

    /// `VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT`
    public static let noCheckpoint = Self(VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT)

    private init(_ constant: virConnectListAllDomainsFlags) {
        self.init(rawValue: constant.rawValue)
    }
}
