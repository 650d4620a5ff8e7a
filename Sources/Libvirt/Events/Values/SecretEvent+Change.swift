internal import CLibvirt

extension SecretEvent {
    /// What happened to a secret.
    public struct Change: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virSecretEventLifecycleType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_SECRET_EVENT_DEFINED`
        public static let defined = Self(VIR_SECRET_EVENT_DEFINED)

        /// `VIR_SECRET_EVENT_UNDEFINED`
        public static let undefined = Self(VIR_SECRET_EVENT_UNDEFINED)

        private init(_ constant: virSecretEventLifecycleType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .defined: "defined"
            case .undefined: "undefined"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
