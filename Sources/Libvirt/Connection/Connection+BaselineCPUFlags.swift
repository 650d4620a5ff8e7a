internal import CLibvirt

extension Connection {
    /// How a common processor is worked out.
    public struct BaselineCPUFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virConnectBaselineCPUFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Show all features. `VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES`
        public static let expandFeatures = Self(VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES)

        /// Filter out non-migratable features. `VIR_CONNECT_BASELINE_CPU_MIGRATABLE`
        public static let migratable = Self(VIR_CONNECT_BASELINE_CPU_MIGRATABLE)

        private init(_ constant: virConnectBaselineCPUFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
