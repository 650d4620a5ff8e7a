import Testing

@testable import RoostCore

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
