import Testing
import XMLTree

@Suite struct RoundTripTests {
    /// A new seed at each run; a failure names it.
    @Test func randomTreesComeBackAsTheyWere() {
        let base = UInt64.random(in: 0...UInt64.max)
        for number in 0..<5000 {
            check(base &+ UInt64(number))
        }
    }

    @Test(arguments: [0, 1, 2, 3] as [UInt64]) func someTreesAreAlwaysTried(_ seed: UInt64) {
        check(seed)
    }

    private func check(_ seed: UInt64) {
        var random = RandomTree(seed: seed)
        let tree = random.element()
        #expect(throws: Never.self, "seed \(seed)") { try check(tree, "seed \(seed)") }
    }

    private func check(_ tree: XMLElement, _ seed: Comment) throws {
        let text = try tree.serialized()
        let back = try XMLElement(parsing: text)
        #expect(back == tree, seed)
        #expect(try back.serialized() == text, seed)
        let document = XMLDocument(prolog: [.comment("c"), .text("\n")], root: tree)
        #expect(try XMLDocument(parsing: document.serialized()) == document, seed)
        let indented = try XMLElement(parsing: tree.serialized(.indented(by: 3)))
        #expect(indented.semanticallyEquals(tree, ignoringComments: false), seed)
        #expect(try indented.serialized(.indented(by: 3)) == indented.serialized(), seed)
        // Whitespace that is all there is goes with the last element.
        guard !tree.elements.isEmpty else { return }
        var edited = tree
        edited.append(XMLElement("new"))
        edited.removeAll(named: "new")
        #expect(edited.semanticallyEquals(tree), seed)
    }
}
