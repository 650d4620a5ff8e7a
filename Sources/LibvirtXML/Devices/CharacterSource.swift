/// What on the host a serial port, console or channel is joined to.
public struct CharacterSource: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let pty: Self = "pty"
    public static let unix: Self = "unix"
    public static let tcp: Self = "tcp"
    public static let udp: Self = "udp"
    public static let file: Self = "file"
    public static let pipe: Self = "pipe"
    public static let dev: Self = "dev"
    public static let null: Self = "null"
    public static let vc: Self = "vc"
    public static let stdio: Self = "stdio"
    public static let spiceVMC: Self = "spicevmc"
    public static let spicePort: Self = "spiceport"
    public static let dbus: Self = "dbus"
}
