internal import CLibvirt

extension Connection {
    /// Starts to listen to storage pools.
    ///
    /// Maps to `virConnectStoragePoolEventRegisterAny` and `virConnectStoragePoolEventDeregisterAny`.
    ///
    /// - Parameter capacity: number of events that wait for a slow consumer before they are replaced by `.resynchronise`.
    public func storagePoolEvents(
        capacity: Int = Connection.defaultEventCapacity
    ) async throws(LibvirtError) -> EventSequence<StoragePoolEvent> {
        let lifecycle = EventRegistration("virConnectStoragePoolEventRegisterAny", key: "lifecycle") {
            connection, channel in
            let callback: virConnectStoragePoolEventLifecycleCallback = unsafe onStoragePoolLifecycle
            return unsafe virConnectStoragePoolEventRegisterAny(
                connection, nil, Int32(bitPattern: VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE.rawValue),
                unsafeBitCast(callback, to: virConnectStoragePoolEventGenericCallback.self), channel, releaseObject)
        } deregister: {
            unsafe _ = virConnectStoragePoolEventDeregisterAny($0, $1)
        }
        let other = EventRegistration("virConnectStoragePoolEventRegisterAny", key: "other") { connection, channel in
            unsafe virConnectStoragePoolEventRegisterAny(
                connection, nil, Int32(bitPattern: VIR_STORAGE_POOL_EVENT_ID_REFRESH.rawValue), onStoragePoolRefresh,
                channel, releaseObject)
        } deregister: {
            unsafe _ = virConnectStoragePoolEventDeregisterAny($0, $1)
        }
        return try await subscribe(to: [lifecycle, other], in: eventRegistries.storagePools, capacity: capacity)
    }
}

// Called on libvirt's event thread; file-level functions for the reason given at the domains' callbacks. Safety: `object` is
// libvirt's and lives for the length of the call, `channel` is an `EventChannel<StoragePoolEvent>` that libvirt holds.

private func onStoragePoolLifecycle(
    _ connection: OpaquePointer?, _ object: OpaquePointer?, _ event: Int32, _ detail: Int32,
    _ channel: UnsafeMutableRawPointer?
) {
    guard let object = unsafe object else { return }
    let uuid = LibvirtUUID { unsafe virStoragePoolGetUUID(object, $0) }
    let name = unsafe copyString(virStoragePoolGetName(object)) ?? ""
    unsafe send(StoragePoolEvent(uuid: uuid, name: name, kind: .lifecycle(.init(rawValue: event))), to: channel)
}

private func onStoragePoolRefresh(
    _ connection: OpaquePointer?, _ object: OpaquePointer?, _ channel: UnsafeMutableRawPointer?
) {
    guard let object = unsafe object else { return }
    let uuid = LibvirtUUID { unsafe virStoragePoolGetUUID(object, $0) }
    let name = unsafe copyString(virStoragePoolGetName(object)) ?? ""
    unsafe send(StoragePoolEvent(uuid: uuid, name: name, kind: .refreshed), to: channel)
}
