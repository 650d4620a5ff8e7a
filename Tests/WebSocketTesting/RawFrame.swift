/// A WebSocket frame as it is on the wire.
package struct RawFrame: Hashable {
    /// The byte with the final bit, the reserved bits and the opcode.
    package var first: UInt8
    package var bytes: [UInt8]
    package var mask: [UInt8]?

    package static func binary(_ bytes: [UInt8]) -> RawFrame { RawFrame(first: 0x82, bytes: bytes) }
    package static func text(_ text: String) -> RawFrame { RawFrame(first: 0x81, bytes: Array(text.utf8)) }
    package static func ping(_ text: String) -> RawFrame { RawFrame(first: 0x89, bytes: Array(text.utf8)) }
    package static func close(_ code: UInt16, _ reason: String = "") -> RawFrame {
        RawFrame(first: 0x88, bytes: [UInt8(code >> 8), UInt8(code & 255)] + Array(reason.utf8))
    }

    package init(first: UInt8, bytes: [UInt8], mask: [UInt8]? = [0x37, 0xfa, 0x21, 0x3d]) {
        self.first = first
        self.bytes = bytes
        self.mask = mask
    }

    /// The code of a goodbye.
    package var code: Int? { first == 0x88 && bytes.count >= 2 ? Int(bytes[0]) << 8 | Int(bytes[1]) : nil }
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package var wire: [UInt8] {
        let masked: UInt8 = mask == nil ? 0 : 0x80
        var wire = [first]
        switch bytes.count {
        case 0...125: wire.append(masked | UInt8(bytes.count))
        case 126...65535: wire += [masked | 126, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)]
        default:
            wire.append(masked | 127)
            wire += (0..<8).reversed().map { UInt8(truncatingIfNeeded: bytes.count >> ($0 * 8)) }
        }
        guard let mask else { return wire + bytes }
        return wire + mask + bytes.enumerated().map { $1 ^ mask[$0 % 4] }
    }
}
