internal import CLibvirt

extension Connection {
    /// Starts to listen to networks.
    ///
    /// Maps to `virConnectNetworkEventRegisterAny` and `virConnectNetworkEventDeregisterAny`.
    ///
    /// - Parameter capacity: number of events that wait for a slow consumer before they are replaced by `.resynchronise`.
    public func networkEvents(
        capacity: Int = Connection.defaultEventCapacity
    ) async throws(LibvirtError) -> EventSequence<NetworkEvent> {
        let lifecycle = EventRegistration("virConnectNetworkEventRegisterAny", key: "lifecycle") {
            connection, channel in
            let callback: virConnectNetworkEventLifecycleCallback = unsafe onNetworkLifecycle
            return unsafe virConnectNetworkEventRegisterAny(
                connection, nil, Int32(bitPattern: VIR_NETWORK_EVENT_ID_LIFECYCLE.rawValue),
                unsafeBitCast(callback, to: virConnectNetworkEventGenericCallback.self), channel, releaseObject)
        } deregister: {
            unsafe _ = virConnectNetworkEventDeregisterAny($0, $1)
        }
        return try await subscribe(to: [lifecycle], in: eventRegistries.networks, capacity: capacity)
    }
}

// Called on libvirt's event thread; file-level functions for the reason given at the domains' callbacks. Safety: `object` is
// libvirt's and lives for the length of the call, `channel` is an `EventChannel<NetworkEvent>` that libvirt holds.

private func onNetworkLifecycle(
    _ connection: OpaquePointer?, _ object: OpaquePointer?, _ event: Int32, _ detail: Int32,
    _ channel: UnsafeMutableRawPointer?
) {
    guard let object = unsafe object else { return }
    let uuid = LibvirtUUID { unsafe virNetworkGetUUID(object, $0) }
    let name = unsafe copyString(virNetworkGetName(object)) ?? ""
    unsafe send(NetworkEvent(uuid: uuid, name: name, change: .init(rawValue: event)), to: channel)
}
