/// The kinds of devices that come and go.
public enum MachineDeviceKind: String, Hashable, Sendable, Codable, CaseIterable {
    case disk
    case cdrom
    case floppy
    case interface

    /// In front of its name: "the CD-ROM drive sda".
    public var words: String {
        switch self {
        case .disk: "disk"
        case .cdrom: "CD-ROM drive"
        case .floppy: "floppy drive"
        case .interface: "interface"
        }
    }

    /// The command that handles it.
    var command: String {
        switch self {
        case .disk, .floppy: "disk"
        case .cdrom: "cdrom"
        case .interface: "nic"
        }
    }
}

extension MachineDeviceKind {
    init(_ device: DiskDevice?) {
        switch device {
        case .cdrom: self = .cdrom
        case .floppy: self = .floppy
        case .disk, .lun, nil: self = .disk
        }
    }
}
