internal import CLibvirt

extension Domain {
    /// How memory is dumped.
    public struct DumpFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainCoreDumpFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Crash after dump. `VIR_DUMP_CRASH`
        public static let crash = Self(VIR_DUMP_CRASH)

        /// Live dump. `VIR_DUMP_LIVE`
        public static let live = Self(VIR_DUMP_LIVE)

        /// Avoid file system cache pollution. `VIR_DUMP_BYPASS_CACHE`
        public static let bypassCache = Self(VIR_DUMP_BYPASS_CACHE)

        /// Reset domain after dump finishes. `VIR_DUMP_RESET`
        public static let reset = Self(VIR_DUMP_RESET)

        /// Use dump-guest-memory. `VIR_DUMP_MEMORY_ONLY`
        public static let memoryOnly = Self(VIR_DUMP_MEMORY_ONLY)

        private init(_ constant: virDomainCoreDumpFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
