import NIOCore

/// An address that a guest is given at its first boot, in the place of DHCP.
public struct StaticNetwork: Sendable, Equatable {
    /// Numeric, with its prefix: `10.0.0.10/24`.
    public var address: String
    public var gateway: String?
    public var nameServers: [String]

    /// - Returns: nil where no address is asked for.
    init?(_ arguments: CloudArguments) throws(RequestError) {
        guard let option = arguments.address else {
            if let option = arguments.gateway.map({ _ in "--gateway" })
                ?? (arguments.nameServers.isEmpty ? nil : "--dns")
            {
                throw RequestError(
                    option: option, what: "belongs to an address of the guest's own",
                    remedy: "Add --ip ADDRESS/PREFIX, such as --ip 10.0.0.10/24.")
            }
            return nil
        }
        let (written, gateway, servers) = try Self.split(option)
        if gateway != nil, arguments.gateway != nil {
            throw RequestError(
                option: "--gateway", what: "contradicts gateway= of --ip", remedy: "Keep one of them.")
        }
        let parts = written.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let family = Self.family(String(parts[0])),
            let prefix = Int(parts[1]), (1...(family == .inet ? 32 : 128)).contains(prefix)
        else {
            throw RequestError(
                option: "--ip", what: "\(ValueProblem.quote(written)) is not ADDRESS/PREFIX",
                remedy: "Write the address with the length of its network's prefix, such as 10.0.0.10/24.")
        }
        address = "\(parts[0])/\(prefix)"
        self.gateway = gateway ?? arguments.gateway
        if let gateway = self.gateway, Self.family(gateway) != family {
            throw RequestError(
                option: "--gateway", what: "\(ValueProblem.quote(gateway)) is not an address of the kind of --ip",
                remedy: "Give the router's numeric address.")
        }
        nameServers = servers + arguments.nameServers
        for server in nameServers where Self.family(server) == nil {
            throw RequestError(
                option: "--dns", what: "\(ValueProblem.quote(server)) is not a numeric address",
                remedy: "Give one address with each --dns.")
        }
    }

    /// Takes `10.0.0.10/24,gateway=10.0.0.1,dns=9.9.9.9` apart.
    private static func split(_ text: String) throws(RequestError) -> (
        address: String, gateway: String?, servers: [String]
    ) {
        let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        var gateway: String?
        var servers: [String] = []
        for word in words.dropFirst() {
            let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            switch (pair[0], pair.count) {
            case ("gateway", 2) where gateway == nil: gateway = pair[1]
            case ("dns", 2): servers.append(pair[1])
            default:
                throw RequestError(
                    option: "--ip", what: "\(ValueProblem.quote(word)) is not known here, or is there twice",
                    remedy: "Behind the address: gateway=ADDRESS, dns=ADDRESS, the latter as often as you like.")
            }
        }
        return (words[0], gateway, servers)
    }

    var isIPv6: Bool { address.contains(":") }

    private static func family(_ text: String) -> NIOBSDSocket.ProtocolFamily? {
        GuestAddresses.socketAddress(text, port: 0)?.protocol
    }
}
