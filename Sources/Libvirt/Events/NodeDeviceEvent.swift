/// Something that happened to a device of the host.
public struct NodeDeviceEvent: Hashable, Sendable {
    public let name: String
    public let kind: Kind

    /// What happened.
    public enum Kind: Hashable, Sendable {
        /// It came or went. `VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE`
        case lifecycle(Change)
        /// Its description changed. `VIR_NODE_DEVICE_EVENT_ID_UPDATE`
        case updated
    }
}
