extension Disk {
    public struct Device: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let disk: Self = "disk"
        public static let cdrom: Self = "cdrom"
        public static let floppy: Self = "floppy"
        public static let lun: Self = "lun"
    }

    public struct Bus: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let virtio: Self = "virtio"
        public static let sata: Self = "sata"
        public static let scsi: Self = "scsi"
        public static let ide: Self = "ide"
        public static let usb: Self = "usb"
        public static let fdc: Self = "fdc"
        public static let sd: Self = "sd"
        public static let nvme: Self = "nvme"
    }

    public struct Cache: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let `default`: Self = "default"
        public static let noCache: Self = "none"
        public static let writeback: Self = "writeback"
        public static let writethrough: Self = "writethrough"
        public static let directsync: Self = "directsync"
        public static let unsafe: Self = "unsafe"
    }

    public struct IO: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let native: Self = "native"
        public static let threads: Self = "threads"
        public static let ioUring: Self = "io_uring"
    }

    public struct Discard: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let unmap: Self = "unmap"
        public static let ignore: Self = "ignore"
    }

    public struct DetectZeroes: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let off: Self = "off"
        public static let on: Self = "on"
        public static let unmap: Self = "unmap"
    }

    public struct ErrorPolicy: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let stop: Self = "stop"
        public static let report: Self = "report"
        public static let ignore: Self = "ignore"
        public static let enospace: Self = "enospace"
    }

    public struct Tray: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let open: Self = "open"
        public static let closed: Self = "closed"
    }
}
