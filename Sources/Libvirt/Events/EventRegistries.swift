/// A connection's registrations for events, by what they are about.
struct EventRegistries: Sendable {
    let domains = EventRegistry<DomainEvent>()
    let networks = EventRegistry<NetworkEvent>()
    let storagePools = EventRegistry<StoragePoolEvent>()
    let nodeDevices = EventRegistry<NodeDeviceEvent>()
    let secrets = EventRegistry<SecretEvent>()
    let qemuMonitor = EventRegistry<QEMUMonitorEvent>()
}
