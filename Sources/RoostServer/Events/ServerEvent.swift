import NIOCore

/// One event of the stream, as bytes that all its readers share.
struct ServerEvent: Sendable {
    let bytes: ByteBuffer
    /// The host that it is about; nil for what is about none.
    let host: String?
    /// Who may read it.
    let role: Role

    init(_ kind: String, id: UInt64, data: some Sequence<UInt8>, host: String?, role: Role = .viewer) {
        var bytes = ByteBuffer(string: "id: \(id)\nevent: \(kind)\ndata: ")
        bytes.writeBytes(data)
        bytes.writeString("\n\n")
        self.init(bytes: bytes, host: host, role: role)
    }

    private init(bytes: ByteBuffer, host: String?, role: Role) {
        self.bytes = bytes
        self.host = host
        self.role = role
    }

    /// Keeps proxies from hanging up, and finds clients that are gone.
    static let keepAlive = ServerEvent(bytes: ByteBuffer(string: ":\n\n"), host: nil, role: .viewer)

    func isFor(_ identity: Identity) -> Bool {
        identity.role >= role && (host.map { identity.reaches(host: $0) } ?? true)
    }
}
