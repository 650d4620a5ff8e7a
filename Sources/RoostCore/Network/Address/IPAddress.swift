/// A numeric address of IPv4 or IPv6, without a zone.
public struct IPAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// IPv4 has 32 bits, at the low end.
    public let bits: UInt128
    public let isIPv6: Bool

    public init(bits: UInt128, isIPv6: Bool) {
        self.bits = bits
        self.isIPv6 = isIPv6
    }

    /// - Returns: nil for anything but an address as people and programs write it; `010.1.2.3`, which some read as octal, is none.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 45 else { return nil }
        if text.contains(":") {
            guard let bits = Self.six(String(text)) else { return nil }
            self.init(bits: bits, isIPv6: true)
        } else {
            guard let bits = Self.four(String(text)) else { return nil }
            self.init(bits: bits, isIPv6: false)
        }
    }

    /// How many bits an address of this family has: 32 or 128.
    public var width: Int { isIPv6 ? 128 : 32 }

    /// Multicast, loopback, "this network", and the broadcast: no address of one computer on a network.
    public var isSpecial: Bool {
        if isIPv6 { return bits >> 120 == 0xff || bits <= 1 || bits >> 32 == 0xffff }
        let first = UInt8(bits >> 24)
        return first == 0 || first == 127 || first >= 224
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.isIPv6 == right.isIPv6 ? left.bits < right.bits : !left.isIPv6
    }

    private static func four(_ text: String) -> UInt128? {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt128 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }),
                part.count == 1 || part.first != 0x30, let octet = UInt8(String(decoding: part, as: UTF8.self))
            else { return nil }
            bits = bits << 8 | UInt128(octet)
        }
        return bits
    }

    private static func six(_ text: String) -> UInt128? {
        var text = text
        // The last 32 bits may be written as IPv4.
        if let colon = text.lastIndex(of: ":"), text[colon...].contains(".") {
            guard let low = four(String(text[colon...].dropFirst())) else { return nil }
            text = "\(text[...colon])\(String(low >> 16, radix: 16)):\(String(low & 0xffff, radix: 16))"
        }
        let halves = text.ranges(of: "::")
        guard halves.count <= 1, !text.contains(":::") else { return nil }
        func groups(_ part: Substring) -> [UInt128]? {
            if part.isEmpty { return [] }
            let groups = part.split(separator: ":", omittingEmptySubsequences: false).map { group -> UInt128? in
                guard (1...4).contains(group.utf8.count), group.utf8.allSatisfy(\.isHexDigit) else { return nil }
                return UInt128(group, radix: 16)
            }
            let found = groups.compactMap(\.self)
            return found.count == groups.count ? found : nil
        }
        var all: [UInt128]
        if let gap = halves.first {
            guard let front = groups(text[..<gap.lowerBound]), let back = groups(text[gap.upperBound...]),
                front.count + back.count < 8
            else { return nil }
            all = front + Array(repeating: 0, count: 8 - front.count - back.count) + back
        } else {
            guard let groups = groups(text[...]), groups.count == 8 else { return nil }
            all = groups
        }
        return all.reduce(0) { $0 << 16 | $1 }
    }

    /// As RFC 5952 writes it: the longest run of zeros is left out.
    public var description: String {
        guard isIPv6 else {
            return [24, 16, 8, 0].map { String(UInt8(truncatingIfNeeded: bits >> UInt128($0))) }.joined(separator: ".")
        }
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * $0)) }
        var (best, run) = (0..<0, 0..<0)
        for (index, group) in groups.enumerated() {
            run = group == 0 ? (run.isEmpty ? index : run.lowerBound)..<(index + 1) : 0..<0
            if run.count > best.count { best = run }
        }
        func text(_ part: ArraySlice<UInt16>) -> String { part.map { String($0, radix: 16) }.joined(separator: ":") }
        return best.count < 2
            ? text(groups[...]) : "\(text(groups[..<best.lowerBound]))::\(text(groups[best.upperBound...]))"
    }
}

extension IPAddress: WrittenAsText {
    static let misreading = "not an IP address"
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
    }
}
