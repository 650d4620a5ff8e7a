/// A block of IPv4 addresses: "192.168.122.0/24", or one address.
struct AddressBlock: Hashable, Sendable {
    let first: UInt32
    let length: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let number = Self.number(parts[0]) else { return nil }
        guard let length = parts.count == 2 ? Int(parts[1]) : 32, (0...32).contains(length) else { return nil }
        self.length = length
        first = number & Self.mask(length)
    }

    func contains(_ address: UInt32) -> Bool { address & Self.mask(length) == first }

    private static func mask(_ length: Int) -> UInt32 { length == 0 ? 0 : ~UInt32(0) << UInt32(32 - length) }

    static func number(_ text: String) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard parts.count == 4 else { return nil }
        var number: UInt32 = 0
        for part in parts {
            guard let part else { return nil }
            number = number << 8 | UInt32(part)
        }
        return number
    }
}
