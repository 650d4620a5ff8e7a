internal import CLibvirt

extension DomainEvent {
    /// Why a guest agent came or went.
    public struct AgentChangeReason: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virConnectDomainEventAgentLifecycleReason`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Unknown state change reason. `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN`
        public static let unknown = Self(VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN)

        /// State changed due to domain start.
        /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED`
        public static let domainStarted = Self(VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED)

        /// Channel state changed. `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL`
        public static let channel = Self(VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL)

        private init(_ constant: virConnectDomainEventAgentLifecycleReason) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .unknown: "unknown"
            case .domainStarted: "domain started"
            case .channel: "channel"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
