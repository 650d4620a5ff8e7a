/// A way to see a machine's screen.
public struct MachineGraphics: Hashable, Sendable, Codable {
    /// `vnc`, `spice`, …
    public var type: String
    /// The address of the host that is listened on.
    public var listen: String?
    /// nil while the machine is off and the port is chosen at start.
    public var port: Int?
    public var tlsPort: Int?
    /// The path of a UNIX socket.
    public var socket: String?
    /// Whether a password is asked for; nil where this connection may not know.
    public var hasPassword: Bool?
}
