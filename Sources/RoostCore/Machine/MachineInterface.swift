/// A network card of a machine.
public struct MachineInterface: Hashable, Sendable, Codable {
    public var mac: String?
    public var model: String?
    /// `network`, `bridge`, `direct`, `user`, …
    public var type: String?
    /// The network, bridge or device of the host that it is plugged into.
    public var source: String?
    /// The device on the host while it runs, such as `vnet3`.
    public var device: String?
    public var addresses: [MachineAddress]
}
