/// Reads the size of a PNG file and writes one.
///
/// What it writes is not compressed: the one use is a picture from an old QEMU, and a screen of 1024 × 768 takes 2.3 MiB.
enum PNGFile {
    static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

    /// Width and height in pixels, as the header says.
    static func size(of bytes: [UInt8]) throws(PictureError) -> (width: Int, height: Int) {
        let header = bytes.dropFirst(signature.count)
        guard header.count >= 25, header.starts(with: [0, 0, 0, 13] + Array("IHDR".utf8)) else { throw .malformed }
        func number(at offset: Int) -> Int {
            header.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) }
        }
        let (width, height) = (number(at: 8), number(at: 12))
        guard width > 0, height > 0 else { throw .malformed }
        guard max(width, height) <= ScreenPicture.longestSide else { throw .tooLarge }
        return (width, height)
    }

    static func encode(_ picture: PortablePixmap) -> [UInt8] {
        var lines: [UInt8] = []
        let line = picture.width * 3
        lines.reserveCapacity((line + 1) * picture.height)
        for row in 0..<picture.height {
            lines.append(0)  // This line's filter: none.
            let start = picture.pixels.startIndex + row * line
            lines += picture.pixels[start..<start + line]
        }
        // 8 bits a channel, RGB, and the only compression, filtering and order that are simple.
        let header = bytes(picture.width) + bytes(picture.height) + [8, 2, 0, 0, 0]
        return signature + chunk("IHDR", header) + chunk("IDAT", stored(lines)) + chunk("IEND", [])
    }

    /// A zlib stream of blocks that are stored as they are.
    private static func stored(_ data: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        stream.reserveCapacity(data.count + data.count / 65_535 * 5 + 16)
        var rest = data[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            stream.append(rest.isEmpty ? 1 : 0)
            for value in [length, ~length] { stream += [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)] }
            stream += block
        } while !rest.isEmpty
        return stream + bytes(Int(adler32(data)))
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return bytes(data.count) + body + bytes(Int(crc32(body)))
    }

    /// Big-endian, four bytes.
    private static func bytes(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func adler32(_ data: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        // So many bytes can be summed up before the sums overflow.
        for start in stride(from: 0, to: data.count, by: 5552) {
            for byte in data[start..<min(start + 5552, data.count)] {
                low &+= UInt32(byte)
                high &+= low
            }
            low %= 65_521
            high %= 65_521
        }
        return high << 16 | low
    }

    static func crc32(_ data: [UInt8]) -> UInt32 {
        ~data.reduce(~0) { crcTable[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }

    private static let crcTable: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
    }
}
