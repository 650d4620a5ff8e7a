internal import CLibvirt

extension Connection {
    /// Starts to listen to the host's devices.
    ///
    /// Maps to `virConnectNodeDeviceEventRegisterAny` and `virConnectNodeDeviceEventDeregisterAny`.
    ///
    /// - Parameter capacity: number of events that wait for a slow consumer before they are replaced by `.resynchronise`.
    public func nodeDeviceEvents(
        capacity: Int = Connection.defaultEventCapacity
    ) async throws(LibvirtError) -> EventSequence<NodeDeviceEvent> {
        let lifecycle = EventRegistration("virConnectNodeDeviceEventRegisterAny", key: "lifecycle") {
            connection, channel in
            let callback: virConnectNodeDeviceEventLifecycleCallback = unsafe onNodeDeviceLifecycle
            return unsafe virConnectNodeDeviceEventRegisterAny(
                connection, nil, Int32(bitPattern: VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE.rawValue),
                unsafeBitCast(callback, to: virConnectNodeDeviceEventGenericCallback.self), channel, releaseObject)
        } deregister: {
            unsafe _ = virConnectNodeDeviceEventDeregisterAny($0, $1)
        }
        let other = EventRegistration("virConnectNodeDeviceEventRegisterAny", key: "other") { connection, channel in
            unsafe virConnectNodeDeviceEventRegisterAny(
                connection, nil, Int32(bitPattern: VIR_NODE_DEVICE_EVENT_ID_UPDATE.rawValue), onNodeDeviceUpdate,
                channel, releaseObject)
        } deregister: {
            unsafe _ = virConnectNodeDeviceEventDeregisterAny($0, $1)
        }
        return try await subscribe(to: [lifecycle, other], in: eventRegistries.nodeDevices, capacity: capacity)
    }
}

// Called on libvirt's event thread; file-level functions for the reason given at the domains' callbacks. Safety: `object` is
// libvirt's and lives for the length of the call, `channel` is an `EventChannel<NodeDeviceEvent>` that libvirt holds.

private func onNodeDeviceLifecycle(
    _ connection: OpaquePointer?, _ object: OpaquePointer?, _ event: Int32, _ detail: Int32,
    _ channel: UnsafeMutableRawPointer?
) {
    guard let object = unsafe object else { return }
    let name = unsafe copyString(virNodeDeviceGetName(object)) ?? ""
    unsafe send(NodeDeviceEvent(name: name, kind: .lifecycle(.init(rawValue: event))), to: channel)
}

private func onNodeDeviceUpdate(
    _ connection: OpaquePointer?, _ object: OpaquePointer?, _ channel: UnsafeMutableRawPointer?
) {
    guard let object = unsafe object else { return }
    let name = unsafe copyString(virNodeDeviceGetName(object)) ?? ""
    unsafe send(NodeDeviceEvent(name: name, kind: .updated), to: channel)
}
