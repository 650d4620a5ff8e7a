/// A port that is forwarded now.
public struct OpenForward: Hashable, Sendable, Codable {
    /// The address and port of this computer that is listened on.
    public var bind: String
    public var port: Int
    public var machine: String
    /// The guest's address as its host sees it.
    public var address: String
    public var remotePort: Int
}
