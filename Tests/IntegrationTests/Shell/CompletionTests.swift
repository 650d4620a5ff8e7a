import Testing

/// Asks as the completion scripts do. It needs no lab: libvirt's test driver is in its library.
@Suite struct CompletionTests {
    private static let host = ["--host", "test:///default"]

    @Test(arguments: [
        (["start"], "positional@0", "test"),
        (["net", "show"], "positional@0", "default"),
        (["pool", "show"], "positional@0", "default-pool"),
        (["pool", "show"], "positional@0", "default-pool"),
    ])
    func namesOfTheHostAreOffered(command: [String], argument: String, name: String) async throws {
        let words = ["roost"] + command + Self.host + [""]
        let asked = ["---completion"] + command + ["--", argument, "\(words.count - 1)", "0"]
        let result = try await Program.roost.run(asked + words)
        #expect(result.succeeded && result.errors.isEmpty, "\(result)")
        #expect(result.output == name + "\n", "\(result)")
    }

    @Test func aGuestsUserMayStandInFront() async throws {
        let words = ["roost", "ssh"] + Self.host + ["debian@te"]
        let result = try await Program.roost.run(["---completion", "ssh", "--", "positional@0", "4", "9"] + words)
        #expect(result.output == "debian@test\n", "\(result)")
    }

    @Test func aHostThatDoesNotAnswerOffersNothing() async throws {
        let words = ["roost", "start", "--host", "qemu+unix:///system?socket=/no/such/socket", ""]
        let result = try await Program.roost.run(["---completion", "start", "--", "positional@0", "4", "0"] + words)
        #expect(result.succeeded && result.output.allSatisfy(\.isWhitespace) && result.errors.isEmpty, "\(result)")
    }

    @Test func bashOffersTheNamesOfTheHost() async throws {
        let roost = try Program.roost
        let script = try await roost.run(["completion", "bash"])
        let asking = """
            shopt -s extglob
            \(script.output)
            COMP_WORDS=("$1" start --host test : ///default te)
            COMP_LINE="$1 start --host test:///default te"
            COMP_POINT=${#COMP_LINE} COMP_CWORD=6
            _roost "$1" te ///default
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let result = try await Program.named("bash").run(["-c", asking, "bash", "\(roost.executable)"])
        #expect(result.output == "test\n", "\(result)")
    }
}
