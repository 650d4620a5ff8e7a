/// Addresses from one to another, both included.
public struct AddressRange: Hashable, Sendable, Codable, CustomStringConvertible {
    public var first: IPAddress
    public var last: IPAddress

    public init(first: IPAddress, last: IPAddress) {
        self.first = first
        self.last = last
    }

    /// Reads `192.168.150.100-192.168.150.200`, or `192.168.150.100-200`.
    /// - Returns: nil for what is no such range.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map {
            $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        }.map { String($0) }
        guard parts.count == 2, let first = IPAddress(parts[0]) else { return nil }
        self.first = first
        if let last = IPAddress(parts[1]) {
            self.last = last
        } else {
            guard !first.isIPv6, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let octet = UInt8(parts[1])
            else { return nil }
            last = IPAddress(bits: first.bits & ~0xff | UInt128(octet), isIPv6: false)
        }
        guard self.first.isIPv6 == last.isIPv6, self.first <= last else { return nil }
    }

    public func contains(_ address: IPAddress) -> Bool {
        address.isIPv6 == first.isIPv6 && (first...last).contains(address)
    }

    public var count: UInt128 { last.bits - first.bits + 1 }

    public var description: String { "\(first)-\(last)" }
}
