import Foundation
import Testing

/// libvirt's own schema accepts every golden definition. `virt-xml-validate` runs the same check file by file; all at once
/// the schema is compiled once.
@Suite struct GoldenSchemaTests {
    private static let validator = "/usr/bin/xmllint"
    private static let schema = "/usr/share/libvirt/schemas/domain.rng"

    @Test(.enabled(if: [validator, schema].allSatisfy(FileManager.default.fileExists(atPath:))))
    func everyDefinitionFits() throws {
        let names = try GoldenFiles.expectedNames
        let process = Process()
        process.executableURL = URL(filePath: Self.validator)
        process.arguments =
            ["--nonet", "--noout", "--relaxng", Self.schema] + names.sorted().map(GoldenFiles.expectedPath)
        let output = Pipe()
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let faults = text.split(separator: "\n").filter { !$0.hasSuffix(" validates") }
        #expect(faults == [])
        #expect(process.terminationStatus == 0)
        #expect(text.split(separator: "\n").count >= names.count)
    }
}
