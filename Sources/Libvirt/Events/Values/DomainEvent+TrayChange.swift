internal import CLibvirt

extension DomainEvent {
    /// How a tray was moved.
    public struct TrayChange: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventTrayChangeReason`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN`
        public static let open = Self(VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN)

        /// `VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE`
        public static let close = Self(VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE)

        private init(_ constant: virDomainEventTrayChangeReason) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .open: "open"
            case .close: "close"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
