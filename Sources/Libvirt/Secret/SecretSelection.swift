internal import CLibvirt

/// Which secrets to list. Of each pair, neither or both mean no restriction.
public struct SecretSelection: OptionSet, Hashable, Sendable {
    /// libvirt's flags (`virConnectListAllSecretsFlags`).
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Those kept in memory only. `VIR_CONNECT_LIST_SECRETS_EPHEMERAL`
    public static let ephemeral = Self(rawValue: VIR_CONNECT_LIST_SECRETS_EPHEMERAL.rawValue)
    /// Those that outlive the daemon. `VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL`
    public static let notEphemeral = Self(rawValue: VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL.rawValue)
    /// Those whose value is told to nobody. `VIR_CONNECT_LIST_SECRETS_PRIVATE`
    public static let `private` = Self(rawValue: VIR_CONNECT_LIST_SECRETS_PRIVATE.rawValue)
    /// Those whose value can be read. `VIR_CONNECT_LIST_SECRETS_NO_PRIVATE`
    public static let notPrivate = Self(rawValue: VIR_CONNECT_LIST_SECRETS_NO_PRIVATE.rawValue)
}
