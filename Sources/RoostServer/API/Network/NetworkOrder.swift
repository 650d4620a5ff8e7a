import RoostCore

/// A network that somebody wants, in the words of `roost net create`.
struct NetworkOrder: StrictBody {
    static let fields: Set<String> = [
        "name", "kind", "bridge", "via", "subnet", "dhcp", "noDHCP", "ipv6", "domain", "dnsNames", "vlans", "mtu",
        "portGroups", "openVSwitch", "allowOverlap", "start", "autostart",
    ]

    let name: String
    var kind: NetworkKind?
    var bridge: String?
    /// The host's interface that traffic leaves by.
    var via: String?
    /// `ADDRESS/PREFIX` or `none`.
    var subnet: String?
    /// `START-END`.
    var dhcp: String?
    var noDHCP: Bool?
    /// `ADDRESS/PREFIX` or `auto`.
    var ipv6: String?
    var domain: String?
    var dnsNames: [String]?
    var vlans: [Int]?
    /// In bytes.
    var mtu: Int?
    var portGroups: [String]?
    /// Whether the bridge is one of Open vSwitch, where that cannot be seen.
    var openVSwitch: Bool?
    var allowOverlap: Bool?
    var start: Bool?
    var autostart: Bool?

    func request() throws(Failure) -> NetworkRequest {
        var arguments = NetworkArguments(name: name)
        arguments.kind = kind ?? (bridge == nil ? nil : .bridge)
        arguments.bridge = bridge
        arguments.device = via
        arguments.subnet = subnet
        arguments.dhcp = dhcp
        arguments.noDHCP = noDHCP ?? false
        arguments.ipv6 = ipv6
        arguments.domain = domain
        arguments.dnsNames = dnsNames ?? []
        arguments.vlans = (vlans ?? []).map { String($0) }
        arguments.mtu = mtu.map { String($0) }
        arguments.portGroups = portGroups ?? []
        arguments.isOpenVSwitch = openVSwitch ?? false
        arguments.mayOverlap = allowOverlap ?? false
        arguments.start = start ?? true
        arguments.autostart = autostart ?? true
        return try arguments.request()
    }
}
