import TerminalOutput
import Testing

@Suite struct StylingTests {
    @Test(
        arguments: [
            (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false), (true, ["NO_COLOR": ""], true),
            (true, ["TERM": "dumb"], false), (false, ["CLICOLOR_FORCE": "1"], true),
            (false, ["CLICOLOR_FORCE": "0"], false),
            (true, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
            (true, ["CLICOLOR_FORCE": "1", "TERM": "dumb"], true),
        ] as [(Bool, [String: String], Bool)])
    func decision(isTerminal: Bool, environment: [String: String], expected: Bool) {
        #expect(Styling(isTerminal: isTerminal, environment: environment).isEnabled == expected)
    }

    @Test func disabledStylingLeavesTextAlone() {
        #expect(Styling(isEnabled: false).apply(.red, to: "x") == "x")
        #expect(Styling(isEnabled: true).apply(.red, to: "x") == "\u{1b}[31mx\u{1b}[0m")
        #expect(Styling(isEnabled: true).apply(.plain, to: "x") == "x")
        #expect(Styling(isEnabled: true).apply(.red, to: "") == "")
    }

    @Test(arguments: [
        ("plain", "plain"), ("a\tb\r\n", "a\\tb\\r\\n"), ("\0", "\\x00"), ("\u{7f}", "\\x7f"), ("\u{85}", "\\x85"),
        ("\u{2066}x\u{2069}", "\\u2066x\\u2069"), ("\u{e0041}", "\\u{e0041}"), ("grüße 数据 👩‍👩‍👧", "grüße 数据 👩‍👩‍👧"),
        ("\u{feff}", "\\ufeff"),
    ])
    func sanitised(text: String, expected: String) {
        #expect(HostileText.sanitised(text) == expected)
    }
}
