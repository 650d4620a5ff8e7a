import RoostCore

/// What is sent for a change of a network: the options as they were typed.
struct NetworkChangeOrder: Encodable {
    private let kind: NetworkKind?
    private let subnet: String?
    private let dhcp: String?
    private let noDHCP: Bool?
    private let ipv6: String?
    private let domain: String?
    private let mtu: UInt?
    private let dnsNames: [String]?
    private let removedDNSNames: [String]?
    private let portGroups: [String]?
    private let removedPortGroups: [String]?
    private let allowOverlap: Bool?
    private let autostart: Bool?

    /// - Throws: ``Failure`` of kind usage for what no host would take.
    init(_ typed: NetworkChangeArguments) throws(Failure) {
        mtu = try typed.change().mtu
        (kind, subnet, dhcp, ipv6, domain) = (typed.kind, typed.subnet, typed.dhcp, typed.ipv6, typed.domain)
        noDHCP = typed.noDHCP ? true : nil
        dnsNames = Self.some(typed.dnsNames)
        removedDNSNames = Self.some(typed.removedDNSNames)
        portGroups = Self.some(typed.portGroups)
        removedPortGroups = Self.some(typed.removedPortGroups)
        allowOverlap = typed.mayOverlap ? true : nil
        autostart = typed.autostart
    }

    private static func some(_ list: [String]) -> [String]? { list.isEmpty ? nil : list }
}
