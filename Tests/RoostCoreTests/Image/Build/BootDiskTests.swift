import Testing

@testable import RoostCore

@Suite struct BootDiskTests {
    @Test(arguments: [2, 3, 1024]) func partitionsAreAlignedAndTheRootIsLast(_ size: Int) {
        let layout = DiskLayout(gibibytes: size)
        let all = [layout.boot, layout.efi, layout.root]
        #expect(all.allSatisfy { $0.offset % (1 << 20) == 0 && $0.size % (1 << 20) == 0 })
        for (lower, upper) in zip(all, all.dropFirst()) { #expect(lower.offset + lower.size <= upper.offset) }
        // The second partition table takes the disk's last 33 sectors.
        #expect(layout.root.offset + layout.root.size <= layout.size - 33 * 512)
        #expect(layout.boot.offset >= 34 * 512)
    }

    private static func boot() -> [UInt8] {
        var bytes = [UInt8](repeating: 7, count: 512)
        (bytes[510], bytes[511]) = (0x55, 0xAA)
        return bytes
    }

    @Test func theBootSectorKnowsWhereTheRestIs() throws {
        let place = DiskLayout.Partition(start: 0x0102_0304, count: 2048)
        let code = try #require(
            BootCode(boot: Self.boot(), core: [UInt8](repeating: 9, count: 3 * 512), in: place))
        // The partition table behind the code is not touched.
        #expect(code.first.count == 440)
        #expect(Array(code.first[0x5C..<0x64]) == [4, 3, 2, 1, 0, 0, 0, 0])
        #expect(Array(code.core[500..<508]) == [5, 3, 2, 1, 0, 0, 0, 0])
        #expect(code.core[508] == 9 && code.core[512] == 9 && code.core.count == 3 * 512)
    }

    @Test func whatIsNoBootCodeIsRefused() {
        let place = DiskLayout.Partition(start: 2048, count: 4)
        let core = [UInt8](repeating: 9, count: 1024)
        #expect(BootCode(boot: [UInt8](repeating: 0, count: 512), core: core, in: place) == nil)
        #expect(BootCode(boot: Array(Self.boot().dropLast()), core: core, in: place) == nil)
        #expect(BootCode(boot: Self.boot(), core: [1], in: place) == nil)
        #expect(BootCode(boot: Self.boot(), core: [UInt8](repeating: 9, count: 4 * 512 + 1), in: place) == nil)
    }

    @Test func aMissingProgramIsNamedWithItsPackage() {
        #expect(BuildTool(name: "no-such-program", package: "x").find(path: "/usr/bin") == nil)
        #expect(BuildTool(name: "sh", package: "dash").find(path: nil) != nil)
        // A PATH with relative folders would run a program of the folder that one happens to be in.
        #expect(BuildTool(name: "sh", package: "dash").find(path: ".:bin")?.hasPrefix("/") == true)
    }

    @Test func aFailingProgramsLastWordsAreTold() async {
        let program = BuildProgram(
            tool: BuildTool(name: "sh", package: "dash"), arguments: ["-c", "echo \"$WORD\" >&2; cat >&2; exit 3"],
            input: "from input\n", environment: ["WORD": "from environment"])
        var lines: [String] = []
        let failure = await expectFailure(.general) { try await program.run(for: "Cannot try") { lines.append($0) } }
        #expect(lines == ["from environment", "from input"])
        #expect(failure?.why == "sh ended with code 3\n  from environment\n  from input")
    }
}
