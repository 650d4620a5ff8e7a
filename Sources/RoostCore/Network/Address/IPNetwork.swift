/// A range of addresses that share the first bits: `192.168.150.0/24`.
public struct IPNetwork: Hashable, Sendable, CustomStringConvertible {
    /// The first address: all bits behind the prefix are zero.
    public let base: IPAddress
    /// In bits: 0 to 32, or to 128 for IPv6.
    public let prefix: Int

    /// The network that an address lies in.
    public init(containing address: IPAddress, prefix: Int) {
        self.prefix = min(max(prefix, 0), address.width)
        let mask = Self.hostMask(width: address.width, prefix: self.prefix)
        base = IPAddress(bits: address.bits & ~mask, isIPv6: address.isIPv6)
    }

    /// Reads `ADDRESS/PREFIX`, and for IPv4 `ADDRESS/255.255.255.0`.
    /// - Returns: the network, and the address as it was written, which may be any of it.
    static func parse(_ text: some StringProtocol) -> (network: IPNetwork, address: IPAddress)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPAddress(parts[0]) else { return nil }
        let prefix: Int
        if let mask = IPAddress(parts[1]), !mask.isIPv6, !address.isIPv6 {
            guard let length = Self.prefix(ofMask: mask) else { return nil }
            prefix = length
        } else {
            guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(parts[1]), number <= address.width
            else { return nil }
            prefix = number
        }
        return (IPNetwork(containing: address, prefix: prefix), address)
    }

    /// - Returns: nil for a mask with holes.
    static func prefix(ofMask mask: IPAddress) -> Int? {
        let length = mask.bits.nonzeroBitCount
        return mask.bits == ~hostMask(width: 32, prefix: length) & 0xffff_ffff ? length : nil
    }

    public init?(_ text: some StringProtocol) {
        guard let (network, address) = Self.parse(text), network.base == address else { return nil }
        self = network
    }

    public var isIPv6: Bool { base.isIPv6 }

    /// All addresses, those with a meaning of their own included; the largest number where there are more.
    public var count: UInt128 { base.width - prefix >= 128 ? .max : 1 << UInt128(base.width - prefix) }

    /// The last address, which is the broadcast of IPv4.
    public var last: IPAddress {
        IPAddress(bits: base.bits | Self.hostMask(width: base.width, prefix: prefix), isIPv6: isIPv6)
    }

    /// The address that many behind the first. It must be one of the network.
    func address(_ offset: UInt128) -> IPAddress { IPAddress(bits: base.bits + offset, isIPv6: isIPv6) }

    /// Those that computers can have: without the network's own and the broadcast.
    var usable: ClosedRange<IPAddress> {
        if isIPv6 { return (count > 2 ? address(1) : base)...last }
        return count > 3 ? address(1)...IPAddress(bits: last.bits - 1, isIPv6: false) : base...last
    }

    public func contains(_ address: IPAddress) -> Bool {
        address.isIPv6 == isIPv6 && address.bits & ~Self.hostMask(width: base.width, prefix: prefix) == base.bits
    }

    public func overlaps(_ other: IPNetwork) -> Bool { contains(other.base) || other.contains(base) }

    public var description: String { "\(base)/\(prefix)" }

    private static func hostMask(width: Int, prefix: Int) -> UInt128 {
        let bits = width - prefix
        return bits >= 128 ? .max : (1 << UInt128(bits)) - 1
    }
}

extension IPNetwork: WrittenAsText {
    static let misreading = "not a network as ADDRESS/PREFIX"
}
