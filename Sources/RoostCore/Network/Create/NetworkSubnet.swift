/// The addresses of a network, and the host's own among them.
public struct NetworkSubnet: Hashable, Sendable, Codable {
    public var network: IPNetwork
    /// What machines have for a router.
    public var address: IPAddress

    public init(_ network: IPNetwork, address: IPAddress? = nil) {
        self.network = network
        self.address = address ?? network.usable.lowerBound
    }

    public var isIPv6: Bool { network.isIPv6 }

    /// Reads `192.168.150.0/24`, or `192.168.150.254/24` where the host is to have that address.
    /// - Throws: ``Failure`` of kind usage.
    init(parsing text: String, option: String, isIPv6: Bool) throws(Failure) {
        let example = isIPv6 ? "fd12:3456:789a:1::/64" : "192.168.150.0/24"
        func fail(_ why: String) -> Failure {
            Failure(
                .usage, "\(option): \(ValueProblem.quote(text)) \(why)", remedy: "Write it as in \(option) \(example)")
        }
        guard let (network, address) = IPNetwork.parse(text) else { throw fail("is not ADDRESS/PREFIX") }
        guard network.isIPv6 == isIPv6 else {
            throw fail(isIPv6 ? "is not of IPv6; that is what --subnet is for" : "is of IPv6; give that with --ipv6")
        }
        guard !address.isSpecial, !network.base.isSpecial, !network.last.isSpecial || isIPv6 else {
            throw fail("is not for networks: loopback, multicast and reserved addresses are none")
        }
        guard isIPv6 || !network.overlaps(Self.linkLocal) else { throw fail("is for computers without a network") }
        guard !isIPv6 || network.base.bits >> 118 != 0x3fa else { throw fail("is of one link alone (fe80::/10)") }
        let sizes = isIPv6 ? 32...126 : 8...30
        guard sizes.contains(network.prefix) else {
            throw fail(
                network.prefix > sizes.upperBound
                    ? "has no room for machines (/\(sizes.upperBound) at most)"
                    : "is larger than any network should be (/\(sizes.lowerBound) at least)")
        }
        if address == network.base {
            self.init(network)
        } else if network.usable.contains(address) {
            self.init(network, address: address)
        } else {
            throw fail("names the broadcast address")
        }
    }

    private static let linkLocal = IPNetwork(containing: IPAddress(bits: 0xa9fe_0000, isIPv6: false), prefix: 16)

    /// All addresses that DHCP can give: those behind the host's, else those in front of it.
    var dhcpRange: AddressRange? {
        let usable = network.usable
        let most: UInt128 = 65_535
        if address < usable.upperBound {
            let first = IPAddress(bits: address.bits + 1, isIPv6: isIPv6)
            let last = min(usable.upperBound, IPAddress(bits: address.bits + most, isIPv6: isIPv6))
            // The host in the middle: the larger half.
            let below = address.bits - usable.lowerBound.bits
            if usable.upperBound.bits - address.bits >= below { return AddressRange(first: first, last: last) }
        }
        guard address > usable.lowerBound else { return nil }
        let last = IPAddress(bits: address.bits - 1, isIPv6: isIPv6)
        let least = last.bits >= most ? last.bits - most + 1 : 0
        return AddressRange(first: max(usable.lowerBound, IPAddress(bits: least, isIPv6: isIPv6)), last: last)
    }
}
