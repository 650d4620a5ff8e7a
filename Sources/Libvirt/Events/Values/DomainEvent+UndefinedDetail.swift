internal import CLibvirt

extension DomainEvent {
    /// How a domain came to be undefined.
    public struct UndefinedDetail: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventUndefinedDetailType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Deleted the config file. `VIR_DOMAIN_EVENT_UNDEFINED_REMOVED`
        public static let removed = Self(VIR_DOMAIN_EVENT_UNDEFINED_REMOVED)

        /// Domain was renamed. `VIR_DOMAIN_EVENT_UNDEFINED_RENAMED`
        public static let renamed = Self(VIR_DOMAIN_EVENT_UNDEFINED_RENAMED)

        private init(_ constant: virDomainEventUndefinedDetailType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .removed: "removed"
            case .renamed: "renamed"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
