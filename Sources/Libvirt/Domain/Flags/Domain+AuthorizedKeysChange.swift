internal import CLibvirt

extension Domain {
    /// What happens to the keys that a user has; empty replaces them.
    public struct AuthorizedKeysChange: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainAuthorizedSSHKeysSetFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Don't truncate file, just append. `VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND`
        public static let append = Self(VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND)

        /// Remove keys, instead of adding them. `VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE`
        public static let remove = Self(VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE)

        private init(_ constant: virDomainAuthorizedSSHKeysSetFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
