/// What kind of thing holds a disk's content.
public struct StorageType: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let file: Self = "file"
    public static let block: Self = "block"
    public static let directory: Self = "dir"
    public static let volume: Self = "volume"
    public static let network: Self = "network"
    public static let nvme: Self = "nvme"
    public static let vhostUser: Self = "vhostuser"
}
