internal import CLibvirt

extension DomainEvent {
    /// What is done about an input or output error.
    public struct IOErrorAction: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventIOErrorAction`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// No action, IO error ignored. `VIR_DOMAIN_EVENT_IO_ERROR_NONE`
        public static let `none` = Self(VIR_DOMAIN_EVENT_IO_ERROR_NONE)

        /// Guest CPUs are paused. `VIR_DOMAIN_EVENT_IO_ERROR_PAUSE`
        public static let pause = Self(VIR_DOMAIN_EVENT_IO_ERROR_PAUSE)

        /// IO error reported to guest OS. `VIR_DOMAIN_EVENT_IO_ERROR_REPORT`
        public static let report = Self(VIR_DOMAIN_EVENT_IO_ERROR_REPORT)

        private init(_ constant: virDomainEventIOErrorAction) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .`none`: "none"
            case .pause: "pause"
            case .report: "report"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
