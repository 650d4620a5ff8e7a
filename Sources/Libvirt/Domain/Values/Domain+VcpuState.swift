internal import CLibvirt

extension Domain {
    /// What a virtual processor is doing.
    public struct VcpuState: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virVcpuState`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// The virtual CPU is offline. `VIR_VCPU_OFFLINE`
        public static let offline = Self(VIR_VCPU_OFFLINE)

        /// The virtual CPU is running. `VIR_VCPU_RUNNING`
        public static let running = Self(VIR_VCPU_RUNNING)

        /// The virtual CPU is blocked on resource. `VIR_VCPU_BLOCKED`
        public static let blocked = Self(VIR_VCPU_BLOCKED)

        private init(_ constant: virVcpuState) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .offline: "offline"
            case .running: "running"
            case .blocked: "blocked"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
