/// The 128-bit identity of a domain, a network, a pool and so on; written as 36 characters in lower case.
public struct LibvirtUUID: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    init(bytes: some Sequence<UInt8>) {
        var halves: (UInt64, UInt64) = (0, 0)
        for (index, byte) in bytes.prefix(16).enumerated() {
            if index < 8 {
                halves.0 = halves.0 << 8 | UInt64(byte)
            } else {
                halves.1 = halves.1 << 8 | UInt64(byte)
            }
        }
        (high, low) = halves
    }

    /// The 16 bytes, the most significant first.
    public var bytes: [UInt8] {
        [high, low].flatMap { half in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> $0) }
        }
    }
}

extension LibvirtUUID: LosslessStringConvertible {
    /// Reads 32 hexadecimal digits in either case, with or without hyphens between them, as libvirt does.
    public init?(_ description: String) {
        guard description.utf8.count <= 64 else { return nil }
        var digits: [UInt8] = []
        for character in description.utf8 where character != UInt8(ascii: "-") {
            guard let digit = Character(Unicode.Scalar(character)).hexDigitValue, character < 128 else { return nil }
            digits.append(UInt8(digit))
        }
        guard digits.count == 32 else { return nil }
        self.init(bytes: stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }

    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension LibvirtUUID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let uuid = LibvirtUUID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
        }
        self = uuid
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
