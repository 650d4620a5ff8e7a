extension DomainEvent {
    /// Kinds of events to ask for. Each costs one call when a sequence is made.
    public enum Kind: CaseIterable, Hashable, Sendable {
        case lifecycle
        case reboot
        case clock
        case watchdog
        case ioError
        case graphics
        case controlError
        case blockJob
        case diskChange
        case tray
        case wakeUp
        case sleep
        case hibernation
        case balloon
        case deviceAdded
        case deviceRemoved
        case deviceRemovalFailed
        case tuning
        case agent
        case migrationIteration
        case jobCompleted
        case metadata
        case blockThreshold
        case memoryFailure
        case memoryDeviceSize
    }
}
