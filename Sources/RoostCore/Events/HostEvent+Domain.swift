import Libvirt

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension HostEvent {
    init(_ event: DomainEvent, at time: Date = Date()) {
        let (word, detail) = Self.words(event.change)
        self.init(
            time: time, subject: .machine, name: event.domain.name, uuid: event.domain.uuid.description,
            event: word, detail: detail)
    }

    init(_ event: NetworkEvent, at time: Date = Date()) {
        self.init(
            time: time, subject: .network, name: event.name, uuid: event.uuid.description,
            event: Self.word(event.change.description))
    }

    init(_ event: StoragePoolEvent, at time: Date = Date()) {
        let word =
            switch event.kind {
            case .lifecycle(let change): Self.word(change.description)
            case .refreshed: "refreshed"
            }
        self.init(time: time, subject: .pool, name: event.name, uuid: event.uuid.description, event: word)
    }

    /// One word that scripts can match: "power management suspended" has dashes.
    private static func word(_ text: String) -> String { text.replacing(" ", with: "-") }

    private static func words(_ change: DomainEvent.Change) -> (event: String, detail: String?) {
        switch change {
        case .lifecycle(let change, let detail): (word(change.description), lifecycleDetail(change, detail))
        case .rebooted: ("rebooted", nil)
        case .clockChanged(let offset): ("clock-changed", "\(offset) s off UTC")
        case .watchdogFired(let action): ("watchdog-fired", action.description)
        case .ioError(let path, let device, let action, let reason):
            ("io-error", "\(device) (\(path)): \(reason.isEmpty ? "unknown reason" : reason), \(action)")
        case .graphics(let client): ("graphics-\(client.phase)", client.remote.map { "\($0.node) \($0.service)" })
        case .blockJob(let disk, let type, let status): ("block-job-\(status)", "\(type) of \(disk)")
        case .diskChanged(let device, let old, let new, _):
            ("disk-changed", "\(device): \(old ?? "nothing") to \(new ?? "nothing")")
        case .trayMoved(let device, let change): ("tray-\(change)", device)
        case .wokeUp: ("woke-up", nil)
        case .fellAsleep: ("fell-asleep", nil)
        case .hibernated: ("hibernated", nil)
        case .balloonChanged(let memory): ("memory-changed", "\(memory) KiB")
        case .controlError: ("control-error", nil)
        case .deviceAdded(let device): ("device-added", device)
        case .deviceRemoved(let device): ("device-removed", device)
        case .deviceRemovalFailed(let device): ("device-removal-failed", device)
        case .tuned: ("tuned", nil)
        case .agent(let state, _): ("agent-\(state)", nil)
        case .migrationIteration(let number): ("migration-pass", "\(number)")
        case .jobCompleted: ("job-completed", nil)
        case .metadataChanged(_, let uri): ("metadata-changed", uri)
        case .blockThresholdExceeded(let disk, _, let threshold, let excess):
            ("block-threshold-exceeded", "\(disk): \(excess) bytes over \(threshold)")
        case .memoryFailure(let recipient, let action, _): ("memory-failure", "\(recipient), \(action)")
        case .memoryDeviceResized(let device, let size): ("memory-device-resized", "\(device): \(size) KiB")
        }
    }

    /// The detail's number means something else for each change.
    private static func lifecycleDetail(_ change: DomainEvent.LifecycleChange, _ detail: Int32) -> String? {
        switch change {
        case .defined: DomainEvent.DefinedDetail(rawValue: detail).description
        case .undefined: DomainEvent.UndefinedDetail(rawValue: detail).description
        case .started: DomainEvent.StartedDetail(rawValue: detail).description
        case .suspended: DomainEvent.SuspendedDetail(rawValue: detail).description
        case .resumed: DomainEvent.ResumedDetail(rawValue: detail).description
        case .stopped: DomainEvent.StoppedDetail(rawValue: detail).description
        case .shutdown: DomainEvent.ShutdownDetail(rawValue: detail).description
        case .powerManagementSuspended: DomainEvent.PowerManagementSuspendedDetail(rawValue: detail).description
        case .crashed: DomainEvent.CrashedDetail(rawValue: detail).description
        default: nil
        }
    }
}
