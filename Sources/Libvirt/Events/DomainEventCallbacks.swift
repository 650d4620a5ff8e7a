internal import CLibvirt

// The functions that libvirt calls, on its event thread, for each kind of event. They are file-level functions because a
// closure literal takes over the isolation of where it is written, and trapped when it was written on the main actor.
//
// Safety: libvirt keeps the pointers that it passes alive for the length of the call; everything in them is copied. The
// opaque pointer is an `EventChannel` that libvirt holds until it calls `releaseObject`. Each is held against
// libvirt's type for its event before it is cast to the generic callback.

/// libvirt's number of a kind of events and the function to be called for it.
func domainCallback(
    for kind: DomainEvent.Kind
) -> (virDomainEventID, virConnectDomainEventGenericCallback) {
    switch kind {
    case .lifecycle:
        let callback: virConnectDomainEventCallback = unsafe onLifecycle
        return unsafe (VIR_DOMAIN_EVENT_ID_LIFECYCLE, generic(callback))
    case .reboot:
        let callback: virConnectDomainEventGenericCallback = unsafe onReboot
        return unsafe (VIR_DOMAIN_EVENT_ID_REBOOT, callback)
    case .clock:
        let callback: virConnectDomainEventRTCChangeCallback = unsafe onClock
        return unsafe (VIR_DOMAIN_EVENT_ID_RTC_CHANGE, generic(callback))
    case .watchdog:
        let callback: virConnectDomainEventWatchdogCallback = unsafe onWatchdog
        return unsafe (VIR_DOMAIN_EVENT_ID_WATCHDOG, generic(callback))
    case .ioError:
        let callback: virConnectDomainEventIOErrorReasonCallback = unsafe onIoError
        return unsafe (VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON, generic(callback))
    case .graphics:
        let callback: virConnectDomainEventGraphicsCallback = unsafe onGraphics
        return unsafe (VIR_DOMAIN_EVENT_ID_GRAPHICS, generic(callback))
    case .controlError:
        let callback: virConnectDomainEventGenericCallback = unsafe onControlError
        return unsafe (VIR_DOMAIN_EVENT_ID_CONTROL_ERROR, callback)
    case .blockJob:
        let callback: virConnectDomainEventBlockJobCallback = unsafe onBlockJob
        return unsafe (VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2, generic(callback))
    case .diskChange:
        let callback: virConnectDomainEventDiskChangeCallback = unsafe onDiskChange
        return unsafe (VIR_DOMAIN_EVENT_ID_DISK_CHANGE, generic(callback))
    case .tray:
        let callback: virConnectDomainEventTrayChangeCallback = unsafe onTray
        return unsafe (VIR_DOMAIN_EVENT_ID_TRAY_CHANGE, generic(callback))
    case .wakeUp:
        let callback: virConnectDomainEventPMWakeupCallback = unsafe onWakeUp
        return unsafe (VIR_DOMAIN_EVENT_ID_PMWAKEUP, generic(callback))
    case .sleep:
        let callback: virConnectDomainEventPMSuspendCallback = unsafe onSleep
        return unsafe (VIR_DOMAIN_EVENT_ID_PMSUSPEND, generic(callback))
    case .hibernation:
        let callback: virConnectDomainEventPMSuspendDiskCallback = unsafe onHibernation
        return unsafe (VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK, generic(callback))
    case .balloon:
        let callback: virConnectDomainEventBalloonChangeCallback = unsafe onBalloon
        return unsafe (VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE, generic(callback))
    case .deviceAdded:
        let callback: virConnectDomainEventDeviceAddedCallback = unsafe onDeviceAdded
        return unsafe (VIR_DOMAIN_EVENT_ID_DEVICE_ADDED, generic(callback))
    case .deviceRemoved:
        let callback: virConnectDomainEventDeviceRemovedCallback = unsafe onDeviceRemoved
        return unsafe (VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED, generic(callback))
    case .deviceRemovalFailed:
        let callback: virConnectDomainEventDeviceRemovalFailedCallback = unsafe onDeviceRemovalFailed
        return unsafe (VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED, generic(callback))
    case .tuning:
        let callback: virConnectDomainEventTunableCallback = unsafe onTuning
        return unsafe (VIR_DOMAIN_EVENT_ID_TUNABLE, generic(callback))
    case .agent:
        let callback: virConnectDomainEventAgentLifecycleCallback = unsafe onAgent
        return unsafe (VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE, generic(callback))
    case .migrationIteration:
        let callback: virConnectDomainEventMigrationIterationCallback = unsafe onMigrationIteration
        return unsafe (VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION, generic(callback))
    case .jobCompleted:
        let callback: virConnectDomainEventJobCompletedCallback = unsafe onJobCompleted
        return unsafe (VIR_DOMAIN_EVENT_ID_JOB_COMPLETED, generic(callback))
    case .metadata:
        let callback: virConnectDomainEventMetadataChangeCallback = unsafe onMetadata
        return unsafe (VIR_DOMAIN_EVENT_ID_METADATA_CHANGE, generic(callback))
    case .blockThreshold:
        let callback: virConnectDomainEventBlockThresholdCallback = unsafe onBlockThreshold
        return unsafe (VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD, generic(callback))
    case .memoryFailure:
        let callback: virConnectDomainEventMemoryFailureCallback = unsafe onMemoryFailure
        return unsafe (VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE, generic(callback))
    case .memoryDeviceSize:
        let callback: virConnectDomainEventMemoryDeviceSizeChangeCallback = unsafe onMemoryDeviceSize
        return unsafe (VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE, generic(callback))
    }
}

/// The form in which libvirt takes every callback; it calls each with the signature of its event.
private func generic<Callback>(_ callback: Callback) -> virConnectDomainEventGenericCallback {
    unsafe unsafeBitCast(callback, to: virConnectDomainEventGenericCallback.self)
}

private func onLifecycle(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ event: Int32, _ detail: Int32,
    _ channel: UnsafeMutableRawPointer?
) -> Int32 {
    let change = DomainEvent.Change.lifecycle(.init(rawValue: event), detail: detail)
    unsafe send(DomainEvent(domain, change), to: channel)
    return 0
}

private func onReboot(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ channel: UnsafeMutableRawPointer?
) {
    let change = DomainEvent.Change.rebooted
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onClock(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ offset: Int64, _ channel: UnsafeMutableRawPointer?
) {
    let change = DomainEvent.Change.clockChanged(offset: offset)
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onWatchdog(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ action: Int32, _ channel: UnsafeMutableRawPointer?
) {
    let change = DomainEvent.Change.watchdogFired(.init(rawValue: action))
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onIoError(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ path: UnsafePointer<CChar>?,
    _ device: UnsafePointer<CChar>?, _ action: Int32, _ reason: UnsafePointer<CChar>?,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.ioError(
        path: copyString(path) ?? "", device: copyString(device) ?? "", action: .init(rawValue: action),
        reason: copyString(reason) ?? "")
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onGraphics(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ phase: Int32,
    _ local: UnsafePointer<virDomainEventGraphicsAddress>?, _ remote: UnsafePointer<virDomainEventGraphicsAddress>?,
    _ scheme: UnsafePointer<CChar>?, _ subject: UnsafePointer<virDomainEventGraphicsSubject>?,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.graphics(
        .init(
            phase: .init(rawValue: phase), local: .init(local), remote: .init(remote),
            authenticationScheme: copyString(scheme) ?? "", identities: .init(subject)))
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onControlError(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ channel: UnsafeMutableRawPointer?
) {
    let change = DomainEvent.Change.controlError
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onBlockJob(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ disk: UnsafePointer<CChar>?, _ type: Int32,
    _ status: Int32, _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.blockJob(
        disk: copyString(disk) ?? "", type: .init(rawValue: type), status: .init(rawValue: status))
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onDiskChange(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ oldPath: UnsafePointer<CChar>?,
    _ newPath: UnsafePointer<CChar>?, _ device: UnsafePointer<CChar>?, _ reason: Int32,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.diskChanged(
        device: copyString(device) ?? "", oldPath: copyString(oldPath), newPath: copyString(newPath),
        reason: .init(rawValue: reason))
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onTray(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ device: UnsafePointer<CChar>?, _ reason: Int32,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.trayMoved(device: copyString(device) ?? "", .init(rawValue: reason))
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onWakeUp(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ reason: Int32, _ channel: UnsafeMutableRawPointer?
) {
    let change = DomainEvent.Change.wokeUp
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onSleep(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ reason: Int32, _ channel: UnsafeMutableRawPointer?
) {
    let change = DomainEvent.Change.fellAsleep
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onHibernation(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ reason: Int32, _ channel: UnsafeMutableRawPointer?
) {
    let change = DomainEvent.Change.hibernated
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onBalloon(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ memory: UInt64, _ channel: UnsafeMutableRawPointer?
) {
    let change = DomainEvent.Change.balloonChanged(memory: memory)
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onDeviceAdded(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ device: UnsafePointer<CChar>?,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.deviceAdded(copyString(device) ?? "")
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onDeviceRemoved(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ device: UnsafePointer<CChar>?,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.deviceRemoved(copyString(device) ?? "")
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onDeviceRemovalFailed(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ device: UnsafePointer<CChar>?,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.deviceRemovalFailed(copyString(device) ?? "")
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onTuning(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ parameters: virTypedParameterPtr?, _ count: Int32,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.tuned(TypedParameters(copying: parameters, count: Int(count)))
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onAgent(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ state: Int32, _ reason: Int32,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = DomainEvent.Change.agent(.init(rawValue: state), reason: .init(rawValue: reason))
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onMigrationIteration(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ iteration: Int32, _ channel: UnsafeMutableRawPointer?
) {
    let change = DomainEvent.Change.migrationIteration(iteration)
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onJobCompleted(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ parameters: virTypedParameterPtr?, _ count: Int32,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.jobCompleted(TypedParameters(copying: parameters, count: Int(count)))
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onMetadata(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ type: Int32, _ uri: UnsafePointer<CChar>?,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.metadataChanged(.init(rawValue: type), uri: copyString(uri))
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onBlockThreshold(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ disk: UnsafePointer<CChar>?,
    _ path: UnsafePointer<CChar>?, _ threshold: UInt64, _ excess: UInt64, _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.blockThresholdExceeded(
        disk: copyString(disk) ?? "", path: copyString(path), threshold: threshold, excess: excess)
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onMemoryFailure(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ recipient: Int32, _ action: Int32, _ flags: UInt32,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = DomainEvent.Change.memoryFailure(
        .init(rawValue: recipient), action: .init(rawValue: action), flags: .init(rawValue: flags))
    unsafe send(DomainEvent(domain, change), to: channel)
}

private func onMemoryDeviceSize(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ device: UnsafePointer<CChar>?, _ size: UInt64,
    _ channel: UnsafeMutableRawPointer?
) {
    let change = unsafe DomainEvent.Change.memoryDeviceResized(device: copyString(device) ?? "", size: size)
    unsafe send(DomainEvent(domain, change), to: channel)
}
