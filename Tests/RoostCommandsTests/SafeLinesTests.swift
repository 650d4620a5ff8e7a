import Testing

@testable import RoostCommands

@Suite struct SafeLinesTests {
    @Test func linesAndTabsStayAndTheRestIsShown() {
        #expect(SafeLines.text(Array("a\tb\n\u{1b}[2Jc\r\n".utf8)) == "a\tb\n\\x1b[2Jc\\r\n")
        #expect(SafeLines.text([0xFF, 0x41]) == "\u{FFFD}A")
        #expect(SafeLines.text([]) == "")
    }
}
