/// A machine that has reached what was waited for.
public struct MachineReady: Hashable, Sendable, Codable {
    public var name: String
    /// Those that meet the condition address or ssh; nil for the other conditions.
    public var addresses: [MachineAddress]?

    public init(name: String, addresses: [MachineAddress]? = nil) {
        self.name = name
        self.addresses = addresses
    }
}
