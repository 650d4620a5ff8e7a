import FoundationEssentials
import Testing

@testable import RoostCore

@Suite struct BootLogTests {
    /// What a Debian image wrote at its first boot.
    private static func recorded() throws -> [UInt8] {
        let source = #filePath
        let directory = source[..<(source.lastIndex(of: "/") ?? source.startIndex)]
        return Array(try Data(contentsOf: URL(filePath: "\(directory)/Logs/first-boot.log")))
    }

    @Test(arguments: [1, 7, 4096, 1 << 20]) func aRecordedBootIsRead(inPiecesOf size: Int) throws {
        let bytes = try Self.recorded()
        var log = BootLog()
        var order: [FirstBootPhase] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            log.take(Array(bytes[start..<min(start + size, bytes.count)]))
            for phase in FirstBootPhase.allCases where log.reached.contains(phase) && !order.contains(phase) {
                order.append(phase)
            }
        }
        #expect(order == [.firmware, .kernel, .cloudInit])
        #expect(log.hostKeys.map { $0.prefix { $0 != " " } } == ["ecdsa-sha2-nistp256", "ssh-ed25519"])
        #expect(log.problems.count == 1 && log.problems[0].contains("cc_locale"))
        #expect(log.end.count == 25 && log.end.last?.contains("finished at") == true)
        #expect(!log.end.contains { $0.contains("\u{1b}") || $0.contains("\r") })
    }

    @Test func whatCloudInitComplainsOfIsKept() {
        var log = BootLog()
        log.take(
            Array(
                """
                [   30.1] cloud-init[397]: 2026-11-22 14:57:25,123 - cc_scripts_user.py[WARNING]: Failed to run module scripts-user

                """.utf8))
        #expect(log.problems.count == 1 && !log.reached.contains(.cloudInit))
    }

    @Test func aPanicIsSeen() {
        var log = BootLog()
        log.take(Array("[    0.028000] Kernel panic - not syncing: IO-APIC + timer doesn't work!\n".utf8))
        #expect(log.panic == "IO-APIC + timer doesn't work!")
    }

    /// A guest may print without an end and without a line's end.
    @Test func memoryIsBounded() {
        var log = BootLog()
        for _ in 0..<50 { log.take([UInt8](repeating: 0x41, count: 1 << 16)) }
        #expect(log.end.count <= 25 && log.end.allSatisfy { $0.utf8.count <= 4096 })
    }

    @Test func aResultIsRead() {
        #expect(CloudInitResult(parsing: Array("{\"v1\": {\"datasource\": \"x\", \"errors\": []}}".utf8))?.errors == [])
        #expect(CloudInitResult(parsing: Array("{\"v1\": {\"errors\": [\"a\"]}}".utf8))?.errors == ["a"])
        #expect(CloudInitResult(parsing: Array("{\"v1\": {".utf8)) == nil)
    }

    @Test func phasesAreToldOnceAndInOrder() {
        let told = ToldPhases()
        let record = FirstBootRecord { event in if case .reached(let phase, _) = event { told.add(phase) } }
        record.reach(.cloudInit)
        record.take(Array("Linux version 6.1\n".utf8))
        record.reach(.ssh)
        #expect(told.all == [.firmware, .kernel, .cloudInit, .ssh])
    }
}
