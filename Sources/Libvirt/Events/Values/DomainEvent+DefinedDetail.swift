internal import CLibvirt

extension DomainEvent {
    /// How a domain came to be defined.
    public struct DefinedDetail: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventDefinedDetailType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Newly created config file. `VIR_DOMAIN_EVENT_DEFINED_ADDED`
        public static let added = Self(VIR_DOMAIN_EVENT_DEFINED_ADDED)

        /// Changed config file. `VIR_DOMAIN_EVENT_DEFINED_UPDATED`
        public static let updated = Self(VIR_DOMAIN_EVENT_DEFINED_UPDATED)

        /// Domain was renamed. `VIR_DOMAIN_EVENT_DEFINED_RENAMED`
        public static let renamed = Self(VIR_DOMAIN_EVENT_DEFINED_RENAMED)

        /// Config was restored from a snapshot. `VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT`
        public static let fromSnapshot = Self(VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT)

        private init(_ constant: virDomainEventDefinedDetailType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .added: "added"
            case .updated: "updated"
            case .renamed: "renamed"
            case .fromSnapshot: "from snapshot"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
