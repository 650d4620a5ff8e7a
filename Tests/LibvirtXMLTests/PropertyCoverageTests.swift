import FoundationEssentials
import Testing

@testable import LibvirtXML

/// The table of samples: every property that a view declares has a row, and every row holds.
@Suite struct PropertyCoverageTests {
    static let table =
        deviceSamples + graphicsSamples + characterSamples + domainSamples + networkSamples
        + storageSamples + capabilitiesSamples

    @Test(arguments: table) func isWrittenReadAndCleared(_ samples: ViewSamples) throws {
        try samples.check()
    }

    @Test(arguments: table) func everyDeclaredPropertyHasARow(_ samples: ViewSamples) {
        #expect(!samples.declared.isEmpty)
        let missing = samples.declared.filter { !samples.sampled.contains($0.location) }
        #expect(missing.isEmpty, "\(samples.view) declares without a row in the table: \(missing.map(\.name))")
    }

    @Test(arguments: table) func noLocationIsDeclaredTwice(_ samples: ViewSamples) {
        let locations = samples.declared.map(\.location)
        #expect(Set(locations).count == locations.count)
    }

    /// The views are found in the sources, so that a new one cannot be left out of the table.
    @Test func everyViewIsInTheTable() throws {
        let declaration = /public struct (\w+): (?:ElementView|DocumentView) \{/
        let declared = try sources().flatMap { source in source.matches(of: declaration).map { String($0.output.1) } }
        #expect(declared.count > 40)
        #expect(Set(declared) == Set(Self.table.map(\.view)))
        #expect(Self.table.count == Set(Self.table.map(\.view)).count)
    }

    /// Next to an optional, `.none` means nil: `disk.cache = .none` would remove the attribute.
    @Test func noWordIsCalledNone() throws {
        for source in try sources() { #expect(!source.contains("static let none")) }
    }

    private func sources() throws -> [String] {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = package.appending(path: "Sources/LibvirtXML").path
        return try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".swift") }
            .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    }
}
