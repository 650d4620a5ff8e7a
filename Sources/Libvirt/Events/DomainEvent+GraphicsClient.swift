internal import CLibvirt

extension DomainEvent {
    /// A client of a domain's graphics.
    public struct GraphicsClient: Hashable, Sendable {
        /// One end of the client's connection.
        public struct Address: Hashable, Sendable {
            public let family: GraphicsAddressFamily
            /// IP address, or path of a UNIX socket.
            public let node: String
            /// Port; empty for a UNIX socket.
            public let service: String
        }

        /// Something that the client proved to be.
        public struct Identity: Hashable, Sendable {
            public let type: String
            public let name: String
        }

        public let phase: GraphicsPhase
        public let local: Address?
        public let remote: Address?
        /// How the client was authenticated.
        public let authenticationScheme: String
        public let identities: [Identity]
    }
}

extension DomainEvent.GraphicsClient.Address {
    init?(_ address: UnsafePointer<virDomainEventGraphicsAddress>?) {
        guard let address = unsafe address else { return nil }
        family = unsafe .init(rawValue: address.pointee.family)
        node = unsafe copyString(address.pointee.node) ?? ""
        service = unsafe copyString(address.pointee.service) ?? ""
    }
}

extension [DomainEvent.GraphicsClient.Identity] {
    init(_ subject: UnsafePointer<virDomainEventGraphicsSubject>?) {
        self.init()
        guard let subject = unsafe subject, let identities = unsafe subject.pointee.identities else { return }
        for index in 0..<Int(Swift.max(0, unsafe subject.pointee.nidentity)) {
            let identity = unsafe identities[index]
            append(
                unsafe .init(type: copyString(identity.type) ?? "", name: copyString(identity.name) ?? ""))
        }
    }
}
