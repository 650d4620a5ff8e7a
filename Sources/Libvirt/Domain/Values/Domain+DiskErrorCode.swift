internal import CLibvirt

extension Domain {
    /// What is wrong with a disk.
    public struct DiskErrorCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainDiskErrorCode`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// No error. `VIR_DOMAIN_DISK_ERROR_NONE`
        public static let `none` = Self(VIR_DOMAIN_DISK_ERROR_NONE)

        /// Unspecified I/O error. `VIR_DOMAIN_DISK_ERROR_UNSPEC`
        public static let unspecified = Self(VIR_DOMAIN_DISK_ERROR_UNSPEC)

        /// No space left on the device. `VIR_DOMAIN_DISK_ERROR_NO_SPACE`
        public static let noSpace = Self(VIR_DOMAIN_DISK_ERROR_NO_SPACE)

        private init(_ constant: virDomainDiskErrorCode) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .`none`: "none"
            case .unspecified: "unspecified"
            case .noSpace: "no space"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
