/// One reason why a file or a device must stay: something needs it.
public struct StorageUse: Hashable, Sendable, Codable {
    /// What it is to its user.
    public struct Role: RawRepresentable, Hashable, Sendable, Codable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let disk = Role(rawValue: "disk")
        public static let cdrom = Role(rawValue: "cdrom")
        public static let floppy = Role(rawValue: "floppy")
        /// An image that another one stands on.
        public static let backing = Role(rawValue: "backing")
        public static let nvram = Role(rawValue: "nvram")
        public static let kernel = Role(rawValue: "kernel")
        public static let initrd = Role(rawValue: "initrd")
    }

    /// The file or device, in the form of ``StoragePath``.
    public var path: String
    public var role: Role
    /// The machine that needs it; nil where it is a volume's.
    public var machine: String?
    /// In canonical form.
    public var machineUUID: String?
    /// Whether that machine has a process on the host now.
    public var isActive: Bool
    /// The disk's name in the guest: "vda".
    public var target: String?
    /// The path of the volume that stands on it.
    public var volume: String?
}

extension StorageUse: CustomStringConvertible {
    /// "web1 (disk vda)", "web1 (backing of vda)", "/images/web1.qcow2 (stands on it)".
    public var description: String {
        guard let machine else { return "\(volume ?? "another volume") (stands on it)" }
        switch (role, target) {
        case (.backing, let target?): return "\(machine) (backing of \(target))"
        case (_, let target?): return "\(machine) (\(role.rawValue) \(target))"
        case (_, nil): return "\(machine) (\(role.rawValue))"
        }
    }
}
