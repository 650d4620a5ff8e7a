/// Something that happened to a domain.
public struct DomainEvent: Hashable, Sendable {
    public let domain: DomainReference
    public let change: Change

    /// What happened. Devices are named by their alias, disks by their target.
    public enum Change: Hashable, Sendable {
        /// Defined, started, stopped and so on; the detail's number means something else in each of them.
        /// `VIR_DOMAIN_EVENT_ID_LIFECYCLE`
        case lifecycle(LifecycleChange, detail: Int32)
        /// The guest rebooted. `VIR_DOMAIN_EVENT_ID_REBOOT`
        case rebooted
        /// The guest set its clock to that many seconds off UTC. `VIR_DOMAIN_EVENT_ID_RTC_CHANGE`
        case clockChanged(offset: Int64)
        /// A watchdog fired. `VIR_DOMAIN_EVENT_ID_WATCHDOG`
        case watchdogFired(WatchdogAction)
        /// Input or output failed on a disk. `VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON` (`VIR_DOMAIN_EVENT_ID_IO_ERROR` says
        /// the same without the reason)
        case ioError(path: String, device: String, action: IOErrorAction, reason: String)
        /// A graphics client came or went. `VIR_DOMAIN_EVENT_ID_GRAPHICS`
        case graphics(GraphicsClient)
        /// A block job ended or can be ended. `VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2` (`VIR_DOMAIN_EVENT_ID_BLOCK_JOB` says the
        /// same with a path)
        case blockJob(disk: String, type: Domain.BlockJobType, status: Domain.BlockJobStatus)
        /// A disk's source was changed or dropped as the domain started. `VIR_DOMAIN_EVENT_ID_DISK_CHANGE`
        case diskChanged(device: String, oldPath: String?, newPath: String?, reason: DiskChangeReason)
        /// A tray was opened or closed. `VIR_DOMAIN_EVENT_ID_TRAY_CHANGE`
        case trayMoved(device: String, TrayChange)
        /// The guest woke up. `VIR_DOMAIN_EVENT_ID_PMWAKEUP`
        case wokeUp
        /// The guest put itself to sleep in memory. `VIR_DOMAIN_EVENT_ID_PMSUSPEND`
        case fellAsleep
        /// The guest put itself to sleep on disk. `VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK`
        case hibernated
        /// The balloon has now that size, in KiB. `VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE`
        case balloonChanged(memory: UInt64)
        /// The hypervisor can no longer be controlled. `VIR_DOMAIN_EVENT_ID_CONTROL_ERROR`
        case controlError
        /// A device was added. `VIR_DOMAIN_EVENT_ID_DEVICE_ADDED`
        case deviceAdded(String)
        /// A device is gone. `VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED`
        case deviceRemoved(String)
        /// The guest did not let go of a device. `VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED`
        case deviceRemovalFailed(String)
        /// Tunable values were changed. `VIR_DOMAIN_EVENT_ID_TUNABLE`
        case tuned(TypedParameters)
        /// The guest agent came or went. `VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE`
        case agent(AgentState, reason: AgentChangeReason)
        /// A migration begins that pass over the memory. `VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION`
        case migrationIteration(Int32)
        /// A job ended, with those statistics. `VIR_DOMAIN_EVENT_ID_JOB_COMPLETED`
        case jobCompleted(TypedParameters)
        /// Metadata was changed; the namespace is that of an element. `VIR_DOMAIN_EVENT_ID_METADATA_CHANGE`
        case metadataChanged(Domain.MetadataType, uri: String?)
        /// Writing went beyond the threshold, in bytes. `VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD`
        case blockThresholdExceeded(disk: String, path: String?, threshold: UInt64, excess: UInt64)
        /// Memory of the host failed. `VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE`
        case memoryFailure(MemoryFailureRecipient, action: MemoryFailureAction, flags: MemoryFailureFlags)
        /// A memory device has now that size, in KiB. `VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE`
        case memoryDeviceResized(device: String, size: UInt64)
    }

    init?(_ domain: OpaquePointer?, _ change: Change) {
        guard let domain = unsafe DomainReference(domain) else { return nil }
        self.domain = domain
        self.change = change
    }
}
