import FoundationEssentials
import Subprocess
import Testing

@testable import RoostCore

@Suite struct SeedDiscTests {
    private static let files: [(name: String, bytes: [UInt8])] = [
        ("meta-data", Array("instance-id: i\n".utf8)), ("user-data", [UInt8](repeating: 0x61, count: 5000)),
        ("network-config", []),
    ]

    @Test func itIsADisc() throws {
        let image = SeedDisc(files: Self.files).image()
        #expect(DiscImage.problem(Array(image.prefix(DiscImage.wanted)), length: UInt64(image.count)) == nil)
        #expect(image.count.isMultiple(of: 2048))
        #expect(SeedDisc(files: Self.files).image() == image)
    }

    /// Another program reads the label, the names and the content.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/xorriso")))
    func othersReadIt() async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/seed-\(UInt32.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try Data(SeedDisc(files: Self.files).image()).write(to: URL(filePath: "\(directory)/seed.iso"))
        let result = try await Subprocess.run(
            .name("xorriso"),
            arguments: [
                "-no_rc", "-read_fs", "norock", "-indev", "\(directory)/seed.iso", "-pvd_info", "-osirrox", "on",
                "-extract",
                "/", "\(directory)/out",
            ], output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
        let told = result.standardOutput + result.standardError
        #expect(told.lowercased().contains("cidata"), "\(told)")
        for file in Self.files {
            let read = FileManager.default.contents(atPath: "\(directory)/out/\(file.name)")
            #expect(read.map { Array($0) } == file.bytes, "\(file.name): \(told)")
        }
    }
}
