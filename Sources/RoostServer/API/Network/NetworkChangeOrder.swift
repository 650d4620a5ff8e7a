import RoostCore

/// What somebody wants to be different about a network, in the words of `roost net edit`.
struct NetworkChangeOrder: StrictBody {
    static let fields: Set<String> = [
        "kind", "subnet", "dhcp", "noDHCP", "ipv6", "domain", "mtu", "dnsNames", "removedDNSNames", "portGroups",
        "removedPortGroups", "allowOverlap", "autostart",
    ]

    var kind: NetworkKind?
    /// `ADDRESS/PREFIX`.
    var subnet: String?
    /// `START-END` or `auto`.
    var dhcp: String?
    var noDHCP: Bool?
    /// `ADDRESS/PREFIX`, `auto` or `none`.
    var ipv6: String?
    /// `none` takes it away.
    var domain: String?
    /// In bytes.
    var mtu: Int?
    /// `NAME[,NAME…]=ADDRESS`.
    var dnsNames: [String]?
    var removedDNSNames: [String]?
    var portGroups: [String]?
    var removedPortGroups: [String]?
    var allowOverlap: Bool?
    var autostart: Bool?

    func change() throws(Failure) -> NetworkChange {
        var arguments = NetworkChangeArguments()
        arguments.kind = kind
        arguments.subnet = subnet
        arguments.dhcp = dhcp
        arguments.noDHCP = noDHCP ?? false
        arguments.ipv6 = ipv6
        arguments.domain = domain
        arguments.mtu = mtu.map { String($0) }
        arguments.dnsNames = dnsNames ?? []
        arguments.removedDNSNames = removedDNSNames ?? []
        arguments.portGroups = portGroups ?? []
        arguments.removedPortGroups = removedPortGroups ?? []
        arguments.mayOverlap = allowOverlap ?? false
        arguments.autostart = autostart
        let change = try arguments.change()
        guard !change.isEmpty else { throw Failure(.usage, "Nothing is to be changed") }
        return change
    }
}
