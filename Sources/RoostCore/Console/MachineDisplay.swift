/// A way to see a running machine's screen and to type.
public struct MachineDisplay: Hashable, Sendable, Codable {
    /// `vnc`, `spice` or another word of libvirt's.
    public var type: String
    /// The host's address that it listens on.
    public var address: String?
    /// Port of plain connections.
    public var port: Int?
    /// Port of encrypted connections.
    public var tlsPort: Int?
    /// Port of VNC in a WebSocket.
    public var webSocketPort: Int?
    /// The path of a UNIX socket on the host, in place of an address.
    public var socket: String?
    /// Whether it asks for a password; nil where this connection may not know.
    public var needsPassword: Bool?

    /// Whether it is to be had from this computer only.
    public var isLoopback: Bool {
        guard let address else { return true }
        return address == "::1" || address == "localhost" || address.hasPrefix("127.")
    }

    /// Whether every address of the host is listened on.
    public var isWildcard: Bool { address == "0.0.0.0" || address == "::" }

    /// The address to connect to from the host itself.
    public var localAddress: String {
        switch address {
        case nil, "0.0.0.0": "127.0.0.1"
        case "::": "::1"
        case let address?: address
        }
    }

    /// As viewers take it: `vnc://127.0.0.1:5900`; nil where it is not reached by VNC or SPICE.
    public var uri: String? {
        guard type == "vnc" || type == "spice" else { return nil }
        if let socket { return "\(type)+unix://\(socket)" }
        let host = localAddress.contains(":") ? "[\(localAddress)]" : localAddress
        if let port { return "\(type)://\(host):\(port)" }
        return tlsPort.map { "\(type)://\(host)?tls-port=\($0)" }
    }
}
