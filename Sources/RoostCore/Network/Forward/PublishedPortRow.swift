/// A forward as a row of a list.
public struct PublishedPortRow: Hashable, Sendable, Codable {
    public var machine: String
    public var uuid: String
    public var host: String
    /// Whether the machine runs: else the port leads nowhere.
    public var active: Bool
    public var port: PublishedPort
}
