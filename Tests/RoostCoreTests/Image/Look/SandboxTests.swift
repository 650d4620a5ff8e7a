import NIOCore
import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Whether this computer has what the sandbox needs.
private enum SandboxSupport {
    static let isPossible: Bool = {
        guard case .found(let status) = LocalFiles.look("/dev/fuse"), status.mode & 0o006 == 6 else { return false }
        return SandboxProgram.allCases.allSatisfy(\.isThere)
    }()
}

@Suite(.enabled(if: SandboxSupport.isPossible, "needs bubblewrap, qemu-storage-daemon and an open /dev/fuse"))
struct SandboxTests {
    private func ask(_ command: String, _ limits: SandboxLimits = SandboxLimits()) async throws -> String {
        try await Sandbox(task: "test", exports: [], limits: limits).run { try await $0.ask(command).text }.value
    }

    @Test func itSeesNeitherTheHostsFilesNorItsNetworkNorItsProcesses() async throws {
        let top = try await ask("ls /").split(separator: "\n")
        #expect(
            top.contains("usr") && Set(top).isDisjoint(with: ["home", "root", "var", "boot", "srv", "opt", "work"]))
        #expect(try await ask("cat /etc/passwd /etc/shadow /etc/hostname") == "")
        let interfaces = try await ask("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '")
        #expect(interfaces.split(separator: "\n").allSatisfy { $0 == "lo" })
        let processes = try await ask("ls /proc | grep -c '^[0-9]'")
        let count = try #require(Int(processes.dropLast()))
        #expect(count < 10)
        #expect(try await ask("touch /usr/roost-was-here && echo could") == "")
    }

    @Test func itsProcessesAreNobodysOutside() async throws {
        let account = try await ask("cat /proc/self/uid_map | tr -s ' ' | cut -d' ' -f3").dropLast()
        let outside = try #require(UInt32(account))
        #expect(outside != 0)
    }

    @Test func anEndlessAnswerIsRefused() async throws {
        let limits = SandboxLimits(answer: 1 << 20)
        await expectFailure(.general) { _ = try await ask("yes", limits) }
    }

    @Test func aReaderThatNeverEndsIsEnded() async throws {
        await expectFailure(.timeout) { _ = try await ask("sleep 86397", SandboxLimits(time: .seconds(1))) }
        #expect(Self.commands().allSatisfy { !$0.contains("86397") })
    }

    @Test func aReaderThatEatsItsProcessorTimeIsKilled() async throws {
        #expect(try await ask("while :; do :; done", SandboxLimits(processor: 1)) == "")
    }

    @Test func memoryHasABound() async throws {
        let text = try await ask(
            "head -c 2000000000 /dev/zero | tail -c 1900000000 | wc -c", SandboxLimits(memory: 300 << 10))
        #expect(text == "0\n")
    }

    @Test func aStreamTellsHowItEnded() async throws {
        for (command, status) in [("printf abc", 0), ("(printf abc; exit 3)", 3)] {
            let outcome = try await Sandbox(task: "test", exports: []).run { shell in
                var text = ""
                try await shell.stream(command) { text += String(buffer: $0) }
                return text
            }
            #expect(outcome.value == "abc")
            #expect(outcome.end?.status == status)
        }
    }

    /// Also when it comes while the sandbox is being made.
    @Test(arguments: [0, 5, 20, 60, 400]) func cancellingLeavesNothing(milliseconds: Int) async throws {
        let mark = "8639\(milliseconds)"
        let work = Task { try await ask("sleep \(mark)") }
        try await Task.sleep(for: .milliseconds(milliseconds))
        work.cancel()
        await #expect(throws: (any Error).self) { _ = try await work.value }
        // The kernel ends what was in it a moment after its first process.
        for _ in 0..<100 where Self.commands().contains(where: { $0.contains(mark) }) {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(Self.commands().allSatisfy { !$0.contains(mark) })
    }

    /// The arguments of everything that runs.
    private static func commands() -> [String] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.filter { Int($0) != nil }.compactMap {
            FileManager.default.contents(atPath: "/proc/\($0)/cmdline").map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
