import RoostCore

/// What is sent for a network: the options as they were typed.
struct NetworkOrder: Encodable, Sendable {
    let name: String
    private let kind: NetworkKind?
    private let bridge: String?
    private let via: String?
    private let subnet: String?
    private let dhcp: String?
    private let noDHCP: Bool
    private let ipv6: String?
    private let domain: String?
    private let dnsNames: [String]
    private let vlans: [Int]
    private let mtu: UInt?
    private let portGroups: [String]
    private let openVSwitch: Bool
    private let allowOverlap: Bool
    private let start: Bool
    private let autostart: Bool

    /// - Throws: ``Failure`` of kind usage for what no host would take.
    init(_ typed: NetworkArguments) throws(Failure) {
        let request = try typed.request()
        (name, kind, bridge, via) = (typed.name, typed.kind, typed.bridge, typed.device)
        (subnet, dhcp, noDHCP, ipv6) = (typed.subnet, typed.dhcp, typed.noDHCP, typed.ipv6)
        (domain, dnsNames, portGroups) = (typed.domain, typed.dnsNames, typed.portGroups)
        (vlans, mtu) = (request.vlans, request.mtu)
        (openVSwitch, allowOverlap) = (typed.isOpenVSwitch, typed.mayOverlap)
        (start, autostart) = (typed.start, typed.autostart)
    }
}
