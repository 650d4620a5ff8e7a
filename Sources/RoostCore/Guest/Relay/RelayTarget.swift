import NIOCore

/// Where a ``PortRelay`` leads.
enum RelayTarget: Sendable {
    /// A port of a guest, by any of its addresses: the first that takes the connection.
    case guest([SocketAddress])
    /// The near end of a way through a login. It takes every connection, and closes those that find nobody at its end.
    case tunnel(SocketAddress)

    var addresses: [SocketAddress] {
        switch self {
        case .guest(let addresses): addresses
        case .tunnel(let address): [address]
        }
    }
}
