internal import CLibvirt

extension DomainEvent {
    /// How a domain came to be crashed.
    public struct CrashedDetail: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventCrashedDetailType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Guest was panicked. `VIR_DOMAIN_EVENT_CRASHED_PANICKED`
        public static let panicked = Self(VIR_DOMAIN_EVENT_CRASHED_PANICKED)

        /// Guest was crashloaded. `VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED`
        public static let crashLoaded = Self(VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED)

        private init(_ constant: virDomainEventCrashedDetailType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .panicked: "panicked"
            case .crashLoaded: "crash loaded"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
