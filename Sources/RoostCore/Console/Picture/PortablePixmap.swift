/// A binary PPM picture, which QEMU makes before version 7.1.
struct PortablePixmap {
    /// In pixels, from 1 to ``ScreenPicture/longestSide``.
    let width: Int
    let height: Int
    /// Red, green and blue of each pixel, row by row: `width * height * 3` bytes.
    let pixels: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) throws(PictureError) {
        guard bytes.starts(with: "P6".utf8) else { throw .unknownFormat }
        var rest = bytes.dropFirst(2)
        width = try Self.number(&rest, most: ScreenPicture.longestSide)
        height = try Self.number(&rest, most: ScreenPicture.longestSide)
        // With another largest value the pixels would mean something else; QEMU always says 255.
        guard try Self.number(&rest, most: 65_535) == 255, let space = rest.popFirst(), Self.isSpace(space) else {
            throw .malformed
        }
        guard rest.count >= width * height * 3 else { throw .malformed }
        pixels = rest.prefix(width * height * 3)
    }

    /// The next number of the header, after at least one space or comment.
    private static func number(_ rest: inout ArraySlice<UInt8>, most: Int) throws(PictureError) -> Int {
        guard let first = rest.first, isSpace(first) else { throw .malformed }
        while let byte = rest.first, isSpace(byte) || byte == UInt8(ascii: "#") {
            if byte == UInt8(ascii: "#") {
                rest = rest.drop { $0 != UInt8(ascii: "\n") }
            } else {
                rest.removeFirst()
            }
        }
        var number = 0
        var digits = 0
        while let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
            digits += 1
            guard number <= most else { throw .tooLarge }
            guard digits <= 16 else { throw .malformed }
            rest.removeFirst()
        }
        guard digits > 0, number > 0 else { throw .malformed }
        return number
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
