import TerminalOutput
import Testing

@Suite struct ByteCountTests {
    @Test(
        arguments: [
            (0, "0 B"), (1, "1 B"), (1023, "1023 B"), (1024, "1 KiB"), (1536, "1.5 KiB"), (512 << 20, "512 MiB"),
            (4 << 30, "4 GiB"), (3 << 29, "1.5 GiB"), ((1 << 30) - 1, "1 GiB"), (.max, "16 EiB"),
            (1_000_000, "976.6 KiB"),
        ] as [(UInt64, String)])
    func formatted(bytes: UInt64, text: String) {
        #expect(ByteCount(bytes).formatted == text)
    }

    @Test(
        arguments: [
            ("4G", 4 << 30), ("4GiB", 4 << 30), ("4 GB", 4 << 30), ("4g", 4 << 30), ("512M", 512 << 20),
            ("100", 100 << 30),
            ("1.5T", 3 << 39), ("0", 0), ("17B", 17), ("0.5K", 512), ("18446744073709551615B", .max),
        ] as [(String, UInt64)])
    func parsed(text: String, bytes: UInt64) throws {
        #expect(try ByteCount(parsing: text, defaultUnit: .gibibytes) == ByteCount(bytes))
    }

    @Test(arguments: [
        "", " ", "G", "-1", "+1", "1,5G", "1.G", ".5G", "4  G", "4G ", "0x10", "٤G", "1e3", "4GG", "4X", "4bb",
        "1.5B", "16E", "18446744073709551616B", "99999999999999999999999", String(repeating: "9", count: 100_000),
        "4G\n",
    ])
    func refused(text: String) {
        #expect(throws: ByteCountError.self) { try ByteCount(parsing: text, defaultUnit: .gibibytes) }
    }

    @Test func errorsSayWhatIsWrong() {
        #expect(throws: ByteCountError.unknownUnit("x", in: "4x")) {
            try ByteCount(parsing: "4x", defaultUnit: .bytes)
        }
        #expect(throws: ByteCountError.tooLarge("16E")) { try ByteCount(parsing: "16E", defaultUnit: .bytes) }
        #expect(ByteCountError.malformed("x").description.contains("4GiB"))
    }

    @Test(arguments: [
        (Duration.zero, "0s"), (.milliseconds(450), "0.4s"), (.seconds(12), "12s"), (.seconds(185), "3m 05s"),
        (.seconds(7440), "2h 04m"), (.seconds(5 * 86_400 + 3 * 3600), "5d 03h"), (.seconds(-5), "0s"),
    ])
    func durations(duration: Duration, text: String) {
        #expect(DurationText.formatted(duration) == text)
    }
}
