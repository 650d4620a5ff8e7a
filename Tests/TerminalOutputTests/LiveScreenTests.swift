import TerminalOutput
import Testing

@Suite struct LiveScreenTests {
    @Test func aPictureIsOnePieceThatClearsWhatWasThere() throws {
        let terminal = FakeTerminal()
        let screen = LiveScreen(output: terminal)
        try screen.open()
        #expect(terminal.take() == LiveScreen.opening)
        try screen.draw(["one", "two", "three"], rows: 2)
        // No newline behind the last line, which would scroll the first one away.
        #expect(
            terminal.take()
                == "\u{1b}[?2026h\u{1b}[Hone\u{1b}[K\r\ntwo\u{1b}[K\u{1b}[J\u{1b}[?2026l")
    }

    @Test func linesInRawModeGoBackToTheFirstColumn() throws {
        let terminal = FakeTerminal()
        Messages(output: RawModeOutput(terminal), styling: Styling(isEnabled: false)).notice("one\ntwo")
        #expect(terminal.written == "\r\nroost: one\r\n    two\r\n")
    }
}
