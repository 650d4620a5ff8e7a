/// The kind of firmware that libvirt chooses files for.
public struct Firmware: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let efi: Self = "efi"
    public static let bios: Self = "bios"
}
