import Glibc
import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Changes to this computer, harmless ones.
@Suite(.enabled(if: geteuid() == 0, "as root")) struct HostChangerTests {
    private let changer: HostChanger
    private let file = FileManager.default.temporaryDirectory.appending(path: "t-\(UInt32.random(in: .min ... .max))")
        .path

    init() throws { changer = try HostChanger(HostTarget(name: "here", uri: .system)) }

    @Test func whatHasBegunIsBroughtToItsEnd() async throws {
        let path = ShellWord.quoted(file)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let change = HostChange(title: "Try", commands: ["echo begun >\(path); sleep 0.5; echo done >\(path)"])
        let work = Task { try await changer.make(change) }
        while !FileManager.default.fileExists(atPath: file) { try await Task.sleep(for: .milliseconds(5)) }
        work.cancel()
        try await work.value
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "done\n")
        let next = Task {
            // Ends at once, when the task is cancelled.
            try? await Task.sleep(for: .seconds(1000))
            try await changer.make(change)
        }
        next.cancel()
        let failure = await #expect(throws: Failure.self) { try await next.value }
        #expect(failure?.kind == .interrupted)
    }

    @Test func aCommandThatFailsSaysWhatItSaid() async {
        let failure = await expectFailure(.general) {
            try await changer.make(HostChange(title: "Try", commands: ["echo no room >&2; exit 3", "touch \(file)"]))
        }
        #expect(failure?.why?.contains("ended with code 3") == true && failure?.why?.contains("no room") == true)
        #expect(!FileManager.default.fileExists(atPath: file))
    }
}
