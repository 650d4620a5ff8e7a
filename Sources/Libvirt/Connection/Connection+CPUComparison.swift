internal import CLibvirt

extension Connection {
    /// How a processor compares with that of the host.
    public struct CPUComparison: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virCPUCompareResult`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_CPU_COMPARE_INCOMPATIBLE`
        public static let incompatible = Self(VIR_CPU_COMPARE_INCOMPATIBLE)

        /// `VIR_CPU_COMPARE_IDENTICAL`
        public static let identical = Self(VIR_CPU_COMPARE_IDENTICAL)

        /// `VIR_CPU_COMPARE_SUPERSET`
        public static let superset = Self(VIR_CPU_COMPARE_SUPERSET)

        private init(_ constant: virCPUCompareResult) {
            self.init(rawValue: constant.rawValue)
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .incompatible: "incompatible"
            case .identical: "identical"
            case .superset: "superset"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
