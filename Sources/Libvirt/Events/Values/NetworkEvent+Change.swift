internal import CLibvirt

extension NetworkEvent {
    /// What happened to a network.
    public struct Change: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virNetworkEventLifecycleType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_NETWORK_EVENT_DEFINED`
        public static let defined = Self(VIR_NETWORK_EVENT_DEFINED)

        /// `VIR_NETWORK_EVENT_UNDEFINED`
        public static let undefined = Self(VIR_NETWORK_EVENT_UNDEFINED)

        /// `VIR_NETWORK_EVENT_STARTED`
        public static let started = Self(VIR_NETWORK_EVENT_STARTED)

        /// `VIR_NETWORK_EVENT_STOPPED`
        public static let stopped = Self(VIR_NETWORK_EVENT_STOPPED)

        private init(_ constant: virNetworkEventLifecycleType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .defined: "defined"
            case .undefined: "undefined"
            case .started: "started"
            case .stopped: "stopped"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
