internal import CLibvirt

extension Domain {
    /// How a domain is stopped by force.
    public struct DestroyFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainDestroyFlagsValues`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Only SIGTERM, no SIGKILL. `VIR_DOMAIN_DESTROY_GRACEFUL`
        public static let graceful = Self(VIR_DOMAIN_DESTROY_GRACEFUL)

        /// Remove VM logs on destroy. `VIR_DOMAIN_DESTROY_REMOVE_LOGS`
        public static let removeLogs = Self(VIR_DOMAIN_DESTROY_REMOVE_LOGS)

        private init(_ constant: virDomainDestroyFlagsValues) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
