/// What a new network has to get along with.
struct NetworkSurroundings: Hashable, Sendable {
    /// Names of the networks that there are.
    var names: Set<String> = []
    var uses: [SubnetUse] = []
    /// nil where the host could not be asked.
    var links: HostLinks?
    /// Bridges of libvirt's networks, whether they run or not.
    var bridges: [String: String] = [:]
    /// Whether libvirt puts VLANs on the kernel's bridges.
    var canTagBridges = false

    /// The first use that overlaps.
    func conflict(with network: IPNetwork) -> SubnetUse? { uses.first { $0.network.overlaps(network) } }

    /// The first network of the usual size that overlaps nothing.
    func freeSubnet() -> IPNetwork? {
        var candidates: [UInt32] = (123...254).map { 0xc0a8_0000 | $0 << 8 }
        candidates += (100...254).map { 0x0a00_0000 | $0 << 16 }
        candidates += (20...31).map { 0xac00_0000 | $0 << 16 }
        return candidates.lazy.map {
            IPNetwork(containing: IPAddress(bits: UInt128($0), isIPv6: false), prefix: 24)
        }
        .first { conflict(with: $0) == nil }
    }

    /// A private network as RFC 4193 wants it: 40 bits by chance.
    func freeIPv6() -> IPNetwork {
        while true {
            let random = UInt128(UInt64.random(in: 0..<1 << 40))
            let network = IPNetwork(containing: IPAddress(bits: 0xfd << 120 | random << 80, isIPv6: true), prefix: 64)
            if conflict(with: network) == nil { return network }
        }
    }
}
