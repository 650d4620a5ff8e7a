internal import CLibvirt

extension DomainEvent {
    /// How far a graphics client has got.
    public struct GraphicsPhase: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventGraphicsPhase`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Initial socket connection established. `VIR_DOMAIN_EVENT_GRAPHICS_CONNECT`
        public static let connect = Self(VIR_DOMAIN_EVENT_GRAPHICS_CONNECT)

        /// Authentication & setup completed. `VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE`
        public static let initialize = Self(VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE)

        /// Final socket disconnection. `VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT`
        public static let disconnect = Self(VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT)

        private init(_ constant: virDomainEventGraphicsPhase) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .connect: "connect"
            case .initialize: "initialize"
            case .disconnect: "disconnect"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
