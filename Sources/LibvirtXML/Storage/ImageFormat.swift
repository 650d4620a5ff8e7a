/// The format of a disk image or volume.
public struct ImageFormat: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let raw: Self = "raw"
    public static let qcow2: Self = "qcow2"
    public static let qed: Self = "qed"
    public static let vmdk: Self = "vmdk"
    public static let vdi: Self = "vdi"
    public static let vpc: Self = "vpc"
    public static let vhdx: Self = "vhdx"
    public static let iso: Self = "iso"
    public static let fat: Self = "fat"
}
