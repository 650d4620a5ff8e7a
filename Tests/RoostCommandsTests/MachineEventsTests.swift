import ArgumentParser
import Testing

@testable import RoostCommands
@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct MachineEventsTests {
    private let time = Date(timeIntervalSince1970: 0)

    @Test func anEventIsOneLine() {
        let event = HostEvent(time: time, subject: .machine, name: "web1", event: "started", detail: "booted")
        #expect(MachineEvents.line(event) == "1970-01-01T00:00:00Z  machine  web1  started  (booted)")
        let lost = HostEvent(time: time, subject: .host, event: "resynchronise")
        #expect(MachineEvents.line(lost) == "1970-01-01T00:00:00Z  host  resynchronise")
    }

    @Test func aHostileNameCannotForgeALine() {
        let event = HostEvent(time: time, subject: .machine, name: "a\nb\u{1b}", event: "io-error", detail: "x\r\n")
        #expect(MachineEvents.line(event).unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }

    @Test(arguments: [["--count", "0"], ["--for", "0"], ["--for", "-1"], ["--for", "1e99"], ["--count", "x"]])
    func limitsThatMakeNoSenseAreRefused(_ arguments: [String]) async {
        await #expect(throws: (any Error).self) { try await MachineEvents.asyncParse(arguments) }
    }

    @Test(arguments: [
        ("web1", "web1-19700101T000000Z.png"), (".x", "_x-19700101T000000Z.png"), ("-x", "_x-19700101T000000Z.png"),
        ("a/b c\n", "a_b_c_-19700101T000000Z.png"), ("ä٣", "__-19700101T000000Z.png"),
    ])
    func aScreenshotsNameIsAPlainFileName(_ machine: String, _ file: String) {
        #expect(MachineScreenshot.defaultName(machine: machine, at: time) == file)
    }
}
