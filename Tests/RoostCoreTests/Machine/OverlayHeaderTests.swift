import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct OverlayHeaderTests {
    private static func bytes(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }

    /// The first bytes of a qcow2 file that names an image below.
    private static func image(offset: UInt64, length: UInt64, name: [UInt8], size: Int = 4096) -> [UInt8] {
        var image = [0x51, 0x46, 0x49, 0xFB] + bytes(3, 4) + bytes(offset, 8) + bytes(length, 4)
        image += [UInt8](repeating: 0, count: max(0, size - image.count))
        for (index, byte) in name.enumerated() where Int(clamping: offset) + index < image.count {
            image[Int(offset) + index] = byte
        }
        return image
    }

    private static func backingPath(_ image: [UInt8]) throws -> (found: String?, directory: String) {
        let file = try PrivateFile("", name: "image")
        defer { file.remove() }
        try Data(image).write(to: URL(filePath: file.path))
        return (OverlayHeader.backingPath(of: file.path), file.directory)
    }

    @Test(arguments: [512, 70_000] as [UInt64])
    func theNameIsFoundAndMadeAbsolute(_ offset: UInt64) throws {
        func below(_ name: String) throws -> (found: String?, directory: String) {
            try Self.backingPath(
                Self.image(offset: offset, length: UInt64(name.utf8.count), name: Array(name.utf8), size: 80_000))
        }
        #expect(try below("/images/base.qcow2").found == "/images/base.qcow2")
        #expect(try below("file:/images/base.qcow2").found == "/images/base.qcow2")
        let relative = try below("base.qcow2")
        #expect(relative.found == relative.directory + "/base.qcow2")
        #expect(try below("nbd://server/export").found == nil)
        #expect(try below("json:{}").found == nil)
    }

    @Test(
        arguments: [
            (0, 5), (512, 0), (512, 1024), (512, 0xFFFF_FFFF), (4094, 5), (.max, 5), (1 << 63, 1), (2 << 20, 1),
        ] as [(UInt64, UInt64)])
    func aBrokenHeaderNamesNothing(_ offset: UInt64, _ length: UInt64) throws {
        #expect(try Self.backingPath(Self.image(offset: offset, length: length, name: [])).found == nil)
    }

    @Test func whatIsNoOverlayNamesNothing() throws {
        #expect(try Self.backingPath([]).found == nil)
        #expect(try Self.backingPath(Array("QFI".utf8)).found == nil)
        #expect(try Self.backingPath(Array("plain text, longer than a header needs".utf8)).found == nil)
        #expect(OverlayHeader.backingPath(of: "/nonexistent") == nil)
        #expect(OverlayHeader.backingPath(of: "/dev/null") == nil)
        #expect(OverlayHeader.backingPath(of: "a\0b") == nil)
    }
}
