import Foundation
import Subprocess
import Testing

@testable import RoostCore

@Suite struct CPIOArchiveTests {
    @Test func theStandardProgramReadsIt() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "roost-cpio-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let archive = CPIOArchive(files: [("preseed.cfg", Array("d-i a b\n".utf8)), ("odd", [1, 2, 3])])
        #expect(archive.bytes.count.isMultiple(of: CPIOArchive.alignment))
        let result = try await run(
            .name("cpio"), arguments: ["--extract", "--quiet"], workingDirectory: .init(directory.path),
            input: .array(archive.bytes), output: .discarded, error: .string(limit: 4096))
        #expect(result.terminationStatus.isSuccess, "\(result.standardError ?? "")")
        #expect(try String(contentsOf: directory.appending(path: "preseed.cfg"), encoding: .utf8) == "d-i a b\n")
        #expect(try Data(contentsOf: directory.appending(path: "odd")) == Data([1, 2, 3]))
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.appending(path: "preseed.cfg").path)
        #expect(attributes[.posixPermissions] as? Int == 0o400)
    }
}
