/// Something that happened to a secret.
public struct SecretEvent: Hashable, Sendable {
    public let uuid: LibvirtUUID
    public let kind: Kind

    /// What happened.
    public enum Kind: Hashable, Sendable {
        /// Defined or undefined. `VIR_SECRET_EVENT_ID_LIFECYCLE`
        case lifecycle(Change)
        /// It has a new value. `VIR_SECRET_EVENT_ID_VALUE_CHANGED`
        case valueChanged
    }
}
