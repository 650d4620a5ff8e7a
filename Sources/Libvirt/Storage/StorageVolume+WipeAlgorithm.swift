internal import CLibvirt

extension StorageVolume {
    /// How the content of a volume is made unreadable.
    public struct WipeAlgorithm: RawRepresentable, Hashable, Sendable {
        /// libvirt's number (`virStorageVolWipeAlgorithm`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// One pass of zeroes. `VIR_STORAGE_VOL_WIPE_ALG_ZERO`
        public static let zero = Self(rawValue: VIR_STORAGE_VOL_WIPE_ALG_ZERO.rawValue)
        /// Four passes, NNSA Policy Letter NAP-14.1-C. `VIR_STORAGE_VOL_WIPE_ALG_NNSA`
        public static let nnsa = Self(rawValue: VIR_STORAGE_VOL_WIPE_ALG_NNSA.rawValue)
        /// Four passes, DoD 5220.22-M. `VIR_STORAGE_VOL_WIPE_ALG_DOD`
        public static let dod = Self(rawValue: VIR_STORAGE_VOL_WIPE_ALG_DOD.rawValue)
        /// Nine passes, the German BSI. `VIR_STORAGE_VOL_WIPE_ALG_BSI`
        public static let bsi = Self(rawValue: VIR_STORAGE_VOL_WIPE_ALG_BSI.rawValue)
        /// Gutmann's 35 passes. `VIR_STORAGE_VOL_WIPE_ALG_GUTMANN`
        public static let gutmann = Self(rawValue: VIR_STORAGE_VOL_WIPE_ALG_GUTMANN.rawValue)
        /// Schneier's seven passes. `VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER`
        public static let schneier = Self(rawValue: VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER.rawValue)
        /// Seven random passes. `VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7`
        public static let pfitzner7 = Self(rawValue: VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7.rawValue)
        /// 33 random passes. `VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33`
        public static let pfitzner33 = Self(rawValue: VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33.rawValue)
        /// One random pass. `VIR_STORAGE_VOL_WIPE_ALG_RANDOM`
        public static let random = Self(rawValue: VIR_STORAGE_VOL_WIPE_ALG_RANDOM.rawValue)
        /// One pass of TRIM or DISCARD. `VIR_STORAGE_VOL_WIPE_ALG_TRIM`
        public static let trim = Self(rawValue: VIR_STORAGE_VOL_WIPE_ALG_TRIM.rawValue)
    }
}
