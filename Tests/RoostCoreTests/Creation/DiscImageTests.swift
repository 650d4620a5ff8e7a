import Testing

@testable import RoostCore

@Suite struct DiscImageTests {
    private static func disc(_ name: String, sector: Int = 16) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: DiscImage.wanted)
        bytes.replaceSubrange(sector * 2048 + 1..<sector * 2048 + 6, with: Array(name.utf8))
        return bytes
    }

    @Test(arguments: ["CD001", "BEA01", "NSR02", "NSR03"])
    func discs(_ name: String) {
        #expect(DiscImage.problem(Self.disc(name), length: 1 << 20) == nil)
        #expect(DiscImage.problem(Self.disc(name, sector: 18), length: 1 << 20) == nil)
    }

    @Test func whatIsNone() {
        func problem(_ bytes: [UInt8]) -> String { DiscImage.problem(bytes, length: UInt64(bytes.count)) ?? "" }
        #expect(problem([]).contains("empty"))
        #expect(problem([0x1F, 0x8B, 8]).contains("gzip"))
        #expect(problem(Array("<!DOCTYPE html><html>".utf8)).contains("web page"))
        #expect(problem([0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 3]).contains("qcow2"))
        var bootable = [UInt8](repeating: 0, count: DiscImage.wanted)
        #expect(problem(bootable).contains("no ISO 9660"))
        bootable.replaceSubrange(510..<512, with: [0x55, 0xAA])
        #expect(problem(bootable).contains("hard disk"))
    }
}
