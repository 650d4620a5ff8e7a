import TerminalOutput
import Testing

@Suite struct MessagesTests {
    @Test func wordsAndHints() {
        let terminal = FakeTerminal()
        let messages = Messages(output: terminal, styling: Styling(isEnabled: false))
        messages.notice("using emulation")
        messages.warning("open to everyone", hint: "set listen=127.0.0.1")
        messages.error("no such machine: web", hint: "see roost list")
        #expect(
            terminal.written == """
                roost: using emulation
                roost: warning: open to everyone
                roost: hint: set listen=127.0.0.1
                roost: error: no such machine: web
                roost: hint: see roost list

                """)
    }

    @Test func quietLeavesOutNoticesOnly() {
        let terminal = FakeTerminal()
        let messages = Messages(output: terminal, styling: Styling(isEnabled: true), isQuiet: true)
        messages.notice("n")
        messages.error("e")
        #expect(terminal.written == "roost: \u{1b}[31merror: \u{1b}[0me\n")
    }

    @Test func foreignLinesCannotForgeAMessage() {
        let terminal = FakeTerminal()
        Messages(output: terminal, styling: Styling(isEnabled: false)).error("QEMU said\nroost: all is well\u{1b}[A\r")
        #expect(terminal.written == "roost: error: QEMU said\n    roost: all is well\\x1b[A\\r\n")
    }

    @Test func viewAlignsValuesInSections() {
        var view = KeyValueView()
        view.add("Name", "web")
        view.add("State", Cell("● running", style: .green))
        view.add("Title", nil as String?)
        view.addSection("Disks")
        view.add("vda", "/pool/web.qcow2", "20 GiB, 3.1 GiB used")
        view.add("メモ", "x\ny")
        view.add("sda", [Cell]())
        #expect(
            view.render(styling: Styling(isEnabled: false)) == """
                Name:    web
                State:   ● running

                Disks
                  vda:   /pool/web.qcow2
                         20 GiB, 3.1 GiB used
                  メモ:  x\\ny

                """)
    }

    private struct Answer: ConfirmationInput {
        var isTerminal = true
        var line: String?
        func readLine() -> String? { line }
    }

    @Test(
        arguments: [
            ("y", true), ("YES", true), (" yes ", true), ("", false), ("n", false), ("yess", false), (nil, false),
        ] as [(String?, Bool)])
    func confirmation(line: String?, expected: Bool) throws {
        let terminal = FakeTerminal()
        let confirmation = Confirmation(input: Answer(line: line), output: terminal)
        #expect(try confirmation.ask("Delete web?", details: ["/pool/\u{1b}web.qcow2"]) == expected)
        // At the end of input nobody has ended the line.
        let end = line == nil ? "\n" : ""
        #expect(terminal.written == "  /pool/\\x1bweb.qcow2\nDelete web? [y/N] " + end)
    }

    @Test func confirmationRefusesWithoutATerminal() {
        let silent = FakeTerminal(isTerminal: false)
        for (input, output) in [(Answer(isTerminal: false, line: "y"), FakeTerminal()), (Answer(line: "y"), silent)] {
            let error = #expect(throws: Confirmation.NotInteractive.self) {
                try Confirmation(input: input, output: output).ask("Delete web?")
            }
            #expect(error?.description.contains("--yes") == true)
            #expect(output.written.isEmpty)
        }
    }
}
