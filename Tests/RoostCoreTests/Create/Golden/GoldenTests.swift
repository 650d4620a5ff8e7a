import FoundationEssentials
import Testing

@testable import RoostCore

/// Arguments to XML, on recorded hosts. After a wanted change run with ROOST_UPDATE_GOLDENS=1 and look at the difference;
/// such a run fails for every file that it wrote.
@Suite struct GoldenTests {
    static let isUpdating = ProcessInfo.processInfo.environment["ROOST_UPDATE_GOLDENS"] == "1"

    @Test(arguments: GoldenCase.all) func leadsTo(_ golden: GoldenCase) throws {
        let document = try golden.document()
        let path = GoldenFiles.expectedPath(golden.name)
        let expected = try? GoldenFiles.read(path)
        guard document != expected else { return }
        if Self.isUpdating {
            try GoldenFiles.write(document, to: path)
            Issue.record("\(golden.name).xml was written; run again without ROOST_UPDATE_GOLDENS")
        } else if let expected {
            let difference = document.split(separator: "\n").difference(from: expected.split(separator: "\n"))
            let lines = difference.map { change in
                switch change {
                case .insert(_, let line, _): "+ \(line)"
                case .remove(_, let line, _): "- \(line)"
                }
            }
            Issue.record("\(golden.name) differs:\n\(lines.joined(separator: "\n"))")
        } else {
            Issue.record("\(golden.name).xml is missing")
        }
    }

    @Test func namesAreUnique() {
        #expect(Set(GoldenCase.all.map(\.name)).count == GoldenCase.all.count)
    }

    @Test func everyFileBelongsToACase() throws {
        #expect(try GoldenFiles.expectedNames.subtracting(GoldenCase.all.map(\.name)) == [])
    }

    @Test func thereAreEnough() { #expect(GoldenCase.all.count >= 110) }

    /// A blueprint has no hidden source of chance: names, order and numbers are the same every time.
    @Test func isDeterministic() throws {
        for golden in GoldenCase.all.prefix(10) { #expect(try golden.document() == golden.document()) }
    }
}
