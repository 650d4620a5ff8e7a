import Testing

@testable import RoostCore

@Suite struct ChecksumFileTests {
    private static let short = String(repeating: "a1", count: 32)
    private static let other = String(repeating: "b2", count: 32)
    private static let long = String(repeating: "c3", count: 64)

    @Test(
        arguments: [
            ("\(short)  disk.img\n\(other)  more.img\n", ChecksumFile.Form.sums, short),
            ("\(short) *disk.img\r\n", .sums, short), ("\(short.uppercased())  ./disk.img\n", .sums, short),
            ("\(long)  disk.img\n", .sums, long), ("\(short)  disk.img\n\(long)  disk.img\n", .sums, long),
            ("# disk.img: 5 bytes\nSHA256 (disk.img) = \(short)\n", .bsd, short),
            ("-----BEGIN PGP SIGNED MESSAGE-----\nSHA512 (disk.img) = \(long)\n", .bsd, long),
            (short, .single, short), ("\(short)  disk-15.6.0-Build1.img\n", .single, short),
            ("SHA256 (renamed.img) = \(short)\n", .single, short), ("\(long)\n", .any, long),
            ("SHA256 (disk.img) = \(short)\n\(other)  more.img\n", .any, short),
        ])
    func theChecksumIsFound(_ text: String, _ form: ChecksumFile.Form, _ digest: String) throws {
        #expect(try found(text, form).digest == digest)
    }

    @Test(
        arguments: [
            ("", ChecksumFile.Form.sums), ("\(short)  more.img\n", .sums), ("\(short)\n", .sums),
            ("SHA256 (disk.img) = \(short)\n", .sums), ("\(short)  disk.img\n", .bsd),
            ("SHA256 (disk.img) = \(short.dropLast())\n", .bsd), ("SHA512 (disk.img) = \(short)\n", .bsd),
            ("MD5 (disk.img) = \(short.prefix(32))\n", .single), ("<html>\(short)</html>", .single),
            ("\(short)  other.img\n", .any), ("\(short.dropLast())x  disk.img\n", .sums),
        ])
    func whatListsNothingIsRefused(_ text: String, _ form: ChecksumFile.Form) {
        let failure = #expect(throws: Failure.self) { try found(text, form) }
        #expect(failure?.kind == .notFound)
    }

    @Test func twoForOneFileAreRefused() {
        let failure = #expect(throws: Failure.self) {
            try found("\(Self.short)  disk.img\n\(Self.other)  disk.img\n", .sums)
        }
        #expect(failure?.kind == .usage)
    }

    private func found(_ text: String, _ form: ChecksumFile.Form) throws -> ImageChecksum {
        try ChecksumFile(text, form: form).checksum(of: "disk.img", task: "Cannot pull", address: "https://m/SUMS")
    }
}
