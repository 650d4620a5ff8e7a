internal import CLibvirt

extension DomainEvent {
    /// How a domain came to be shutdown.
    public struct ShutdownDetail: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventShutdownDetailType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Guest finished shutdown sequence. `VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED`
        public static let finished = Self(VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED)

        /// Domain finished shutting down after request from the guest itself (e.g. hardware-specific action).
        /// `VIR_DOMAIN_EVENT_SHUTDOWN_GUEST`
        public static let guest = Self(VIR_DOMAIN_EVENT_SHUTDOWN_GUEST)

        /// Domain finished shutting down after request from the host (e.g. killed by a signal).
        /// `VIR_DOMAIN_EVENT_SHUTDOWN_HOST`
        public static let host = Self(VIR_DOMAIN_EVENT_SHUTDOWN_HOST)

        private init(_ constant: virDomainEventShutdownDetailType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .finished: "finished"
            case .guest: "guest"
            case .host: "host"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
