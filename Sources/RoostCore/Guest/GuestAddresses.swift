import NIOCore

/// What a guest says of its addresses, looked at: an agent may say anything.
enum GuestAddresses {
    /// Those that another computer can connect to, IPv4 first, each once, else in the same order.
    static func usable(_ addresses: [MachineAddress]) -> [MachineAddress] {
        var seen: Set<String> = []
        let numeric = addresses.filter { address in
            address.isReachable && socketAddress(address.address, port: 22).map(isOfOneComputer) == true
                && seen.insert(address.address).inserted
        }
        return numeric.filter { !$0.address.contains(":") } + numeric.filter { $0.address.contains(":") }
    }

    /// - Returns: nil for what is no numeric address, or has a zone.
    static func socketAddress(_ text: String, port: UInt16) -> SocketAddress? {
        guard text.utf8.allSatisfy({ $0.isLetterOrDigit || ".:".utf8.contains($0) }) else { return nil }
        return try? SocketAddress(ipAddress: text, port: Int(port))
    }

    private static func isOfOneComputer(_ address: SocketAddress) -> Bool {
        guard !address.isMulticast, let text = address.ipAddress else { return false }
        // ::ffff: stands before IPv4 addresses, loopback among them.
        return text != "0.0.0.0" && text != "::" && text != "255.255.255.255" && !text.hasPrefix("::ffff:")
    }
}
