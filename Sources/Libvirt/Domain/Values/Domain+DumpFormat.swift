internal import CLibvirt

extension Domain {
    /// The format of a memory dump.
    public struct DumpFormat: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainCoreDumpFormat`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Dump guest memory in raw format. `VIR_DOMAIN_CORE_DUMP_FORMAT_RAW`
        public static let raw = Self(VIR_DOMAIN_CORE_DUMP_FORMAT_RAW)

        /// Kdump-compressed format, with zlib compression. `VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB`
        public static let kdumpZlib = Self(VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB)

        /// Kdump-compressed format, with lzo compression. `VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO`
        public static let kdumpLZO = Self(VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO)

        /// Kdump-compressed format, with snappy compression. `VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY`
        public static let kdumpSnappy = Self(VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY)

        /// Windows full crashdump format. `VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP`
        public static let windowsDump = Self(VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP)

        private init(_ constant: virDomainCoreDumpFormat) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .raw: "raw"
            case .kdumpZlib: "kdump zlib"
            case .kdumpLZO: "kdump LZO"
            case .kdumpSnappy: "kdump snappy"
            case .windowsDump: "windows dump"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
