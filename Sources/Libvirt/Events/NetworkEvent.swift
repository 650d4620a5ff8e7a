/// Something that happened to a network.
public struct NetworkEvent: Hashable, Sendable {
    public let uuid: LibvirtUUID
    public let name: String
    /// `VIR_NETWORK_EVENT_ID_LIFECYCLE`
    public let change: Change
}
