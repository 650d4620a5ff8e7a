internal import CLibvirt

extension Connection {
    /// Why a connection was closed.
    public struct CloseReason: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virConnectCloseReason`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Misc I/O error. `VIR_CONNECT_CLOSE_REASON_ERROR`
        public static let error = Self(VIR_CONNECT_CLOSE_REASON_ERROR)

        /// End-of-file from server. `VIR_CONNECT_CLOSE_REASON_EOF`
        public static let endOfFile = Self(VIR_CONNECT_CLOSE_REASON_EOF)

        /// Keepalive timer triggered. `VIR_CONNECT_CLOSE_REASON_KEEPALIVE`
        public static let keepAlive = Self(VIR_CONNECT_CLOSE_REASON_KEEPALIVE)

        /// Client requested it. `VIR_CONNECT_CLOSE_REASON_CLIENT`
        public static let client = Self(VIR_CONNECT_CLOSE_REASON_CLIENT)

        private init(_ constant: virConnectCloseReason) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .error: "error"
            case .endOfFile: "end of file"
            case .keepAlive: "keep alive"
            case .client: "client"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
