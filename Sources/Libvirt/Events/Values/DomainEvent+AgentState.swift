internal import CLibvirt

extension DomainEvent {
    /// Whether a guest agent is there.
    public struct AgentState: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virConnectDomainEventAgentLifecycleState`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Agent connected. `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED`
        public static let connected = Self(VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED)

        /// Agent disconnected. `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED`
        public static let disconnected = Self(VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED)

        private init(_ constant: virConnectDomainEventAgentLifecycleState) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .connected: "connected"
            case .disconnected: "disconnected"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
