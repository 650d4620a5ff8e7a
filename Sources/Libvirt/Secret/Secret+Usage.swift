internal import CLibvirt

extension Secret {
    /// What a secret is for.
    public struct Usage: RawRepresentable, Hashable, Sendable {
        /// libvirt's number (`virSecretUsageType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Nothing in particular. `VIR_SECRET_USAGE_TYPE_NONE`
        public static let none = Self(VIR_SECRET_USAGE_TYPE_NONE)
        /// An encrypted volume, named by its key. `VIR_SECRET_USAGE_TYPE_VOLUME`
        public static let volume = Self(VIR_SECRET_USAGE_TYPE_VOLUME)
        /// A Ceph user. `VIR_SECRET_USAGE_TYPE_CEPH`
        public static let ceph = Self(VIR_SECRET_USAGE_TYPE_CEPH)
        /// An iSCSI target's CHAP password. `VIR_SECRET_USAGE_TYPE_ISCSI`
        public static let iscsi = Self(VIR_SECRET_USAGE_TYPE_ISCSI)
        /// A TLS key's passphrase. `VIR_SECRET_USAGE_TYPE_TLS`
        public static let tls = Self(VIR_SECRET_USAGE_TYPE_TLS)
        /// The state of an emulated TPM. `VIR_SECRET_USAGE_TYPE_VTPM`
        public static let vtpm = Self(VIR_SECRET_USAGE_TYPE_VTPM)

        private init(_ usage: virSecretUsageType) {
            self.init(rawValue: Int32(bitPattern: usage.rawValue))
        }
    }
}
