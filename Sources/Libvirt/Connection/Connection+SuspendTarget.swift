internal import CLibvirt

extension Connection {
    /// How a host or guest goes to sleep.
    public struct SuspendTarget: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virNodeSuspendTarget`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_NODE_SUSPEND_TARGET_MEM`
        public static let memory = Self(VIR_NODE_SUSPEND_TARGET_MEM)

        /// `VIR_NODE_SUSPEND_TARGET_DISK`
        public static let disk = Self(VIR_NODE_SUSPEND_TARGET_DISK)

        /// `VIR_NODE_SUSPEND_TARGET_HYBRID`
        public static let hybrid = Self(VIR_NODE_SUSPEND_TARGET_HYBRID)

        private init(_ constant: virNodeSuspendTarget) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .memory: "memory"
            case .disk: "disk"
            case .hybrid: "hybrid"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
