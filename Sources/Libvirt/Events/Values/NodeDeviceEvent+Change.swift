internal import CLibvirt

extension NodeDeviceEvent {
    /// What happened to a device of the host.
    public struct Change: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virNodeDeviceEventLifecycleType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_NODE_DEVICE_EVENT_CREATED`
        public static let created = Self(VIR_NODE_DEVICE_EVENT_CREATED)

        /// `VIR_NODE_DEVICE_EVENT_DELETED`
        public static let deleted = Self(VIR_NODE_DEVICE_EVENT_DELETED)

        /// `VIR_NODE_DEVICE_EVENT_DEFINED`
        public static let defined = Self(VIR_NODE_DEVICE_EVENT_DEFINED)

        /// `VIR_NODE_DEVICE_EVENT_UNDEFINED`
        public static let undefined = Self(VIR_NODE_DEVICE_EVENT_UNDEFINED)

        private init(_ constant: virNodeDeviceEventLifecycleType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .created: "created"
            case .deleted: "deleted"
            case .defined: "defined"
            case .undefined: "undefined"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
