import Testing

@testable import RoostCommands

@Suite struct SafeLinesTests {
    @Test func linesAndTabsStayAndTheRestIsShown() {
        #expect(SafeLines.text(Array("a\tb\n\u{1b}[2Jc\r\n".utf8)) == "a\tb\n\\x1b[2Jc\\r\n")
        #expect(SafeLines.text([0xFF, 0x41]) == "\u{FFFD}A")
        #expect(SafeLines.text([]) == "")
    }

    @Test func whatAServerCallsXMLDrivesNoTerminal() {
        let text = "<domain>\n\t<title>\u{1b}]0;x\u{7}\u{9b}2J</title>\n</domain>\n"
        let safe = SafeLines.shown(text, onTerminal: true)
        #expect(safe == "<domain>\n\t<title>\\x1b]0;x\\x07\\x9b2J</title>\n</domain>\n")
        #expect(SafeLines.shown(text, onTerminal: false) == text)
    }
}
