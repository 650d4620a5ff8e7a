/// A kind of device that is booted from.
public struct BootDevice: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let hd: Self = "hd"
    public static let cdrom: Self = "cdrom"
    public static let network: Self = "network"
    public static let fd: Self = "fd"
}
