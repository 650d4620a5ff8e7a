/// A machine that has reached what was waited for.
public struct MachineReady: Hashable, Sendable, Codable {
    /// Its host; nil where only one is in play.
    public var host: String?
    public var name: String
    /// Those that meet the condition address or ssh; nil for the other conditions.
    public var addresses: [MachineAddress]?

    public init(host: String? = nil, name: String, addresses: [MachineAddress]? = nil) {
        self.host = host
        self.name = name
        self.addresses = addresses
    }

    /// `NAME`, or `HOST/NAME` where several hosts are in play.
    public var label: String { host.map { "\($0)/\(name)" } ?? name }
}
