/// What a machine is doing, in virsh's words with a dash for the space.
public struct MachineState: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let running = MachineState(rawValue: "running")
    /// Waits for a resource; only some hypervisors report it.
    public static let blocked = MachineState(rawValue: "blocked")
    public static let paused = MachineState(rawValue: "paused")
    public static let shuttingDown = MachineState(rawValue: "shutting-down")
    public static let off = MachineState(rawValue: "off")
    public static let crashed = MachineState(rawValue: "crashed")
    /// Suspended by the guest itself.
    public static let pmSuspended = MachineState(rawValue: "pm-suspended")
    public static let unknown = MachineState(rawValue: "unknown")

    /// Every state, in the order of `virDomainState`.
    public static let all: [MachineState] = [
        .unknown, .running, .blocked, .paused, .shuttingDown, .off, .crashed, .pmSuspended,
    ]

    /// Whether the machine has a process on the host.
    public var isActive: Bool { self != .off && self != .crashed && self != .unknown }
}

extension MachineState {
    /// What people type for it: virsh's "shut off" and its variants are `off`.
    public init?(typed text: String) {
        let word = text.lowercased().replacing(" ", with: "-").replacing("_", with: "-")
        switch word {
        case "shut-off", "shutoff", "stopped", "inactive": self = .off
        case "in-shutdown": self = .shuttingDown
        case "pmsuspended": self = .pmSuspended
        case "suspended": self = .paused
        default:
            guard let state = Self.all.first(where: { $0.rawValue == word }) else { return nil }
            self = state
        }
    }
}
