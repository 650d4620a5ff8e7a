internal import CLibvirt

extension DomainEvent {
    /// Why a disk's source was changed.
    public struct DiskChangeReason: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virConnectDomainEventDiskChangeReason`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Removable media changed to empty according to startup policy as source was missing. oldSrcPath is
        /// set, newSrcPath is NULL. `VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START`
        public static let changeMissingOnStart = Self(VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START)

        /// Disk was dropped from domain as source file was missing. oldSrcPath is set, newSrcPath is NULL.
        /// `VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START`
        public static let dropMissingOnStart = Self(VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START)

        private init(_ constant: virConnectDomainEventDiskChangeReason) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .changeMissingOnStart: "change missing on start"
            case .dropMissingOnStart: "drop missing on start"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
