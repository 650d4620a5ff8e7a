/// A kind of firmware that a release boots with on one architecture.
public struct OSFirmware: Sendable, Hashable, Codable {
    /// The database's word for a kind of firmware; words it may learn later survive.
    public struct Kind: RawRepresentable, Sendable, Hashable, Codable {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        public static let bios = Kind(rawValue: "bios")
        public static let efi = Kind(rawValue: "efi")
    }

    public let architecture: String
    public let kind: Kind
}
