import NIOCore

extension SocketAddress {
    /// The address without its port; one of IPv4 that came in on an IPv6 socket as what it is.
    var plainAddress: String? {
        guard let ipAddress else { return nil }
        let mapped = "::ffff:"
        return ipAddress.hasPrefix(mapped) && ipAddress.contains(".")
            ? String(ipAddress.dropFirst(mapped.count)) : ipAddress
    }

    /// Whether it is this computer itself.
    var isLoopback: Bool {
        guard let plainAddress else { return true }
        return plainAddress == "::1" || plainAddress.hasPrefix("127.")
    }
}
