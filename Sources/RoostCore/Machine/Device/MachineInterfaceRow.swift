/// An interface, as it is in the running machine or will be at its next start.
public struct MachineInterfaceRow: Hashable, Sendable, Codable {
    public var mac: String
    /// `network`, `bridge`, `direct`, `user`, …
    public var type: String?
    /// The network, bridge or device of the host that it is plugged into.
    public var source: String?
    public var model: String?
    /// The device on the host while it runs, such as `vnet3`.
    public var device: String?
    public var isLinkUp: Bool
    public var filter: String?
    /// In bytes.
    public var mtu: Int?
    /// From 1; nil for what is not booted from.
    public var bootOrder: Int?
    public var addresses: [MachineAddress]
    /// Whether the running machine has it.
    public var isNow: Bool
    /// Whether the next start brings it.
    public var isAtNextStart: Bool
}
