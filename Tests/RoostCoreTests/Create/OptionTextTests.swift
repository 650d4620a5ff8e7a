import Testing

@testable import RoostCore

@Suite struct OptionTextTests {
    /// Each expectation was printed by virt-install's own parser.
    @Test(
        arguments: [
            (#"/path,size=10"#, [("/path", nil), ("size", "10")]),
            (#"path="/a,b",size=1"#, [("path", "/a,b"), ("size", "1")]),
            (#"path='/a,b',size=1"#, [("path", "/a,b"), ("size", "1")]),
            (#"path=/a\,b,size=1"#, [("path", "/a,b"), ("size", "1")]),
            (#""path=/a,b",size=1"#, [("path", "/a,b"), ("size", "1")]),
            (#"a="x\"y""#, [("a", #"x"y"#)]),
            (#"a="x\\y""#, [("a", #"x\y"#)]),
            (#"a="x\ny""#, [("a", #"x\ny"#)]),
            (#"a='x\ny'"#, [("a", #"x\ny"#)]),
            (#"a=x\\y"#, [("a", #"x\y"#)]),
            (#"a=b=c"#, [("a", "b=c")]),
            (#"a="#, [("a", "")]),
            (#"vnc"#, [("vnc", nil)]),
            (#"a="b"c'd'e"#, [("a", "bcde")]),
            (#"a=" b ""#, [("a", " b ")]),
            (#"a=#b"#, [("a", "#b")]),
            (#"+x2apic,-vmx"#, [("+x2apic", nil), ("-vmx", nil)]),
            (#"a=é,b=日本"#, [("a", "é"), ("b", "日本")]),
            (#"a=it\'s"#, [("a", "it's")]),
        ] as [(String, [(String, String?)])])
    func splitsAsVirtInstallDoes(_ text: String, _ expected: [(String, String?)]) throws {
        #expect(try OptionText.split(text) == expected.map { OptionElement(name: $0.0, value: $0.1) })
    }

    @Test(arguments: ["a=\"b", "a='b", "a=b\\", "a,,b", ",a", "a,", ",", ""])
    func refusesWhatCannotBeMeant(_ text: String) {
        #expect(throws: ValueProblem.self) { try OptionText.split(text) }
    }

    @Test func joinsToWhatItSplits() throws {
        var random = SeededGenerator(seed: 1)
        let alphabet = Array("ab=,\"'\\ é.#-")
        for _ in 0..<5000 {
            let elements = (0...Int.random(in: 0...4, using: &random)).map { _ in
                func text() -> String {
                    String(
                        (0...Int.random(in: 0...6, using: &random)).compactMap { _ in
                            alphabet.randomElement(using: &random)
                        })
                }
                let name = text().replacing("=", with: "x")
                return OptionElement(name: name, value: Bool.random(using: &random) ? text() : nil)
            }
            #expect(try OptionText.split(OptionText.join(elements)) == elements)
        }
    }
}
