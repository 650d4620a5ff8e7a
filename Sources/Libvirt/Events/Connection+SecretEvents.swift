internal import CLibvirt

extension Connection {
    /// Starts to listen to secrets.
    ///
    /// Maps to `virConnectSecretEventRegisterAny` and `virConnectSecretEventDeregisterAny`.
    ///
    /// - Parameter capacity: number of events that wait for a slow consumer before they are replaced by `.resynchronise`.
    public func secretEvents(
        capacity: Int = Connection.defaultEventCapacity
    ) async throws(LibvirtError) -> EventSequence<SecretEvent> {
        let lifecycle = EventRegistration("virConnectSecretEventRegisterAny", key: "lifecycle") { connection, channel in
            let callback: virConnectSecretEventLifecycleCallback = unsafe onSecretLifecycle
            return unsafe virConnectSecretEventRegisterAny(
                connection, nil, Int32(bitPattern: VIR_SECRET_EVENT_ID_LIFECYCLE.rawValue),
                unsafeBitCast(callback, to: virConnectSecretEventGenericCallback.self), channel, releaseObject)
        } deregister: {
            unsafe _ = virConnectSecretEventDeregisterAny($0, $1)
        }
        let other = EventRegistration("virConnectSecretEventRegisterAny", key: "other") { connection, channel in
            unsafe virConnectSecretEventRegisterAny(
                connection, nil, Int32(bitPattern: VIR_SECRET_EVENT_ID_VALUE_CHANGED.rawValue), onSecretValueChange,
                channel, releaseObject)
        } deregister: {
            unsafe _ = virConnectSecretEventDeregisterAny($0, $1)
        }
        return try await subscribe(to: [lifecycle, other], in: eventRegistries.secrets, capacity: capacity)
    }
}

// Called on libvirt's event thread; file-level functions for the reason given at the domains' callbacks. Safety: `object` is
// libvirt's and lives for the length of the call, `channel` is an `EventChannel<SecretEvent>` that libvirt holds.

private func onSecretLifecycle(
    _ connection: OpaquePointer?, _ object: OpaquePointer?, _ event: Int32, _ detail: Int32,
    _ channel: UnsafeMutableRawPointer?
) {
    guard let object = unsafe object else { return }
    let uuid = LibvirtUUID { unsafe virSecretGetUUID(object, $0) }
    unsafe send(SecretEvent(uuid: uuid, kind: .lifecycle(.init(rawValue: event))), to: channel)
}

private func onSecretValueChange(
    _ connection: OpaquePointer?, _ object: OpaquePointer?, _ channel: UnsafeMutableRawPointer?
) {
    guard let object = unsafe object else { return }
    let uuid = LibvirtUUID { unsafe virSecretGetUUID(object, $0) }
    unsafe send(SecretEvent(uuid: uuid, kind: .valueChanged), to: channel)
}
