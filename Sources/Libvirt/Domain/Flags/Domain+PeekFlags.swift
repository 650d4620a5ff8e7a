internal import CLibvirt

extension Domain {
    /// How an address in the guest's memory is meant.
    public struct PeekFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainMemoryFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Addresses are virtual addresses. `VIR_MEMORY_VIRTUAL`
        public static let virtual = Self(VIR_MEMORY_VIRTUAL)

        /// Addresses are physical addresses. `VIR_MEMORY_PHYSICAL`
        public static let physical = Self(VIR_MEMORY_PHYSICAL)

        private init(_ constant: virDomainMemoryFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
