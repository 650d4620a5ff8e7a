import Glibc
import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Scripts on this computer, and what is read of the answers of others.
struct HostShellTests {
    private let shell: HostShell

    init() throws { shell = try HostShell(HostTarget(name: "here", uri: .system)) }

    @Test func aScriptAnswersWithItsStatusAndItsWords() async throws {
        let answer = try await shell.run("echo one; echo two >&2; cat; exit 7", within: .seconds(30))
        #expect(answer == HostShellAnswer(status: 7, output: "one\n", errors: "two\n"))
        #expect(answer.lastError == "two")
    }

    @Test(arguments: ["it's", "$(id)", "a\nb", "`id`", "-n", ""])
    func quotedValuesArriveAsTheyAre(_ value: String) async throws {
        let answer = try await shell.run("printf '%s' \(ShellWord.quoted(value))", within: .seconds(30))
        #expect(answer.output == value)
    }

    @Test func whatNeverEndsIsEnded() async throws {
        await expectFailure(.timeout) {
            _ = try await shell.run("sleep 1000 & sleep 1000", within: .milliseconds(300))
        }
        await expectFailure(.general) { _ = try await shell.run("while :; do echo y; done", within: .seconds(60)) }
    }

    @Test func aCancelledTaskEndsItsScript() async throws {
        let work = Task { try await shell.run("sleep 1000", within: .seconds(1000)) }
        work.cancel()
        await #expect(throws: Failure.self) { try await work.value }
    }

    /// What root has begun nobody else may end: by the real sudo, and by what goes to a far host's login shell.
    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: geteuid() == 0 && FileManager.default.fileExists(atPath: "/usr/bin/sudo"), "as root, with sudo"),
        arguments: [true, false])
    func rootEndsWhatItHasBegunWhenTheTimeIsOver(_ isHere: Bool) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "t-\(UInt32.random(in: .min ... .max))").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let endless = "trap '' TERM HUP PIPE; echo $$ >\(file); while :; do sleep 0.2; done"
        if isHere {
            #expect(try await LocalShell.run(endless, asRoot: true, within: .seconds(1)) == nil)
        } else {
            // On a way that says nothing of the end.
            let far = "printf '%s\\n' \(ShellWord.quoted(endless)) | \(HostShell.farRootShell(.seconds(1))) &"
            let begun = try await LocalShell.run(
                "setsid sh -c \(ShellWord.quoted(far)) >/dev/null 2>&1", asRoot: false, within: .seconds(20))
            #expect(begun?.code == 0)
        }
        var process = ""
        while process.isEmpty {
            process = (try? String(contentsOfFile: file, encoding: .utf8))?.filter(\.isNumber) ?? ""
            try await Task.sleep(for: .milliseconds(20))
        }
        let pid = try #require(pid_t(process))
        defer { _ = kill(pid, SIGKILL) }
        // A process that is over has no words, or no directory any more.
        while let words = try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8), !words.isEmpty {
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    @Test func whatALoginPrintsIsPassedOver() {
        let script = HostShellScript(script: "")
        let mark = script.mark
        #expect(script.read("Welcome!\n\n\(mark)\nanswer\n\n\(mark) 3\n") == .whole(status: 3, output: "answer\n"))
        #expect(script.read("\n\(mark)\nhalf of it") == .broken)
        #expect(script.read("Welcome!\n") == .never)
    }

    @Test func aHostOfLibvirtsOwnTransportHasNoShell() async throws {
        await expectFailure(.unsupported) {
            _ = try HostShell(HostTarget(uri: try HostURI("qemu+tls://far/system")))
        }
    }
}
