/// Something that happened to a storage pool.
public struct StoragePoolEvent: Hashable, Sendable {
    public let uuid: LibvirtUUID
    public let name: String
    public let kind: Kind

    /// What happened.
    public enum Kind: Hashable, Sendable {
        /// Defined, started and so on. `VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE`
        case lifecycle(Change)
        /// Its list of volumes was read anew. `VIR_STORAGE_POOL_EVENT_ID_REFRESH`
        case refreshed
    }
}
