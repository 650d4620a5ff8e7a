internal import CLibvirt

extension Connection {
    /// How processors are compared.
    public struct CompareCPUFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virConnectCompareCPUFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Treat incompatible CPUs as failure. `VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE`
        public static let failIncompatible = Self(VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE)

        /// Validate the xml document. `VIR_CONNECT_COMPARE_CPU_VALIDATE_XML`
        public static let validateXML = Self(VIR_CONNECT_COMPARE_CPU_VALIDATE_XML)

        private init(_ constant: virConnectCompareCPUFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
