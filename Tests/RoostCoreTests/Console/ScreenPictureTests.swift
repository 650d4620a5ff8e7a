import Testing

@testable import RoostCore

@Suite struct ScreenPictureTests {
    private static func ppm(_ header: String, _ pixels: [UInt8] = []) -> [UInt8] { Array(header.utf8) + pixels }

    private static func png(width: UInt32, height: UInt32) -> [UInt8] {
        let size = [width, height].flatMap { number in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
        }
        return PNGFile.signature + [0, 0, 0, 13] + Array("IHDR".utf8) + size + [8, 2, 0, 0, 0] + [0, 0, 0, 0]
    }

    @Test func pngIsTakenAsItIs() throws {
        let bytes = Self.png(width: 1024, height: 768) + [1, 2, 3]
        let picture = try ScreenPicture(bytes)
        #expect(picture.width == 1024 && picture.height == 768)
        #expect(picture.png == bytes)
    }

    @Test(arguments: [
        (png(width: 0, height: 1), PictureError.malformed), (png(width: 1, height: .max), .tooLarge),
        (png(width: 1 << 31, height: 1), .tooLarge), (Array(png(width: 1, height: 1).prefix(20)), .malformed),
        (PNGFile.signature, .malformed), (PNGFile.signature + [UInt8](repeating: 0, count: 40), .malformed),
        ([], .unknownFormat), (ppm("P5 1 1 255\n0"), .unknownFormat), (ppm("GIF89a"), .unknownFormat),
    ])
    func whatIsNoPictureIsRefused(_ bytes: [UInt8], _ error: PictureError) {
        #expect(throws: error) { try ScreenPicture(bytes) }
    }

    @Test(arguments: [
        ("P6", PictureError.malformed), ("P6 ", .malformed), ("P61 1 255\n", .malformed), ("P6 1", .malformed),
        ("P6 1 1 255", .malformed), ("P6 1 1 255\n", .malformed), ("P6 0 1 255\n", .malformed),
        ("P6 1 0 255\n", .malformed), ("P6 -1 1 255\n", .malformed), ("P6 1 1 65535\n123456", .malformed),
        ("P6 16385 1 255\n", .tooLarge), ("P6 99999999999999999999999999 1 255\n", .tooLarge),
        ("P6 00000000000000000000000001 1 255\nabc", .malformed), ("P6 16384 16384 255\nabc", .malformed),
        ("P6 # a comment without an end", .malformed), ("P6\n1 2\n255\nabcde", .malformed),
    ])
    func hostilePPMHeadersAreRefused(_ header: String, _ error: PictureError) {
        #expect(throws: error) { try ScreenPicture(Self.ppm(header)) }
    }

    /// The expected file is what the format's definition asks for, with the checksums by zlib's own `crc32` and `adler32`.
    @Test func ppmBecomesPNG() throws {
        let picture = try ScreenPicture(Self.ppm("P6\n# QEMU\n2 1\n255\n", [255, 0, 0, 0, 0, 255]))
        #expect(picture.width == 2 && picture.height == 1)
        let expected: [UInt8] =
            PNGFile.signature
            + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x7b, 0x40, 0xe8, 0xdd]
            + [0, 0, 0, 18] + Array("IDAT".utf8) + [0x78, 0x01, 1, 7, 0, 0xf8, 0xff, 0, 255, 0, 0, 0, 0, 255]
            + [0x07, 0x00, 0x01, 0xff, 0x55, 0x36, 0xba, 0xc7]
            + [0, 0, 0, 0] + Array("IEND".utf8) + [0xae, 0x42, 0x60, 0x82]
        #expect(picture.png == expected)
    }

    /// Long enough for several stored blocks.
    @Test func everyByteOfALargePPMSurvives() throws {
        let pixels = (0..<300 * 200 * 3).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let png = try ScreenPicture(Self.ppm("P6 300 200 255\n", pixels)).png
        // Signature, IHDR, and the head of IDAT with the zlib header.
        var rest = png.dropFirst(8 + 25 + 8 + 2)
        var data: [UInt8] = []
        var isLast = false
        while !isLast {
            let head = Array(rest.prefix(5))
            isLast = head[0] == 1
            let length = Int(head[1]) | Int(head[2]) << 8
            #expect(Int(head[3]) | Int(head[4]) << 8 == length ^ 0xffff)
            data += rest.dropFirst(5).prefix(length)
            rest = rest.dropFirst(5 + length)
        }
        let lines = stride(from: 0, to: data.count, by: 901).map { data[$0..<$0 + 901] }
        #expect(lines.count == 200)
        #expect(lines.allSatisfy { $0.first == 0 })
        #expect(lines.flatMap { $0.dropFirst() } == pixels)
    }
}
