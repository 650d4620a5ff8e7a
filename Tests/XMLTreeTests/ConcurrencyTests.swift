import Testing
import XMLTree

@Suite struct ConcurrencyTests {
    /// libxml2 keeps its last error and its defaults per thread or per process; ours must come from the one parse.
    @Test func eightThreadsParseGoodAndBadInputsAtOnce() async throws {
        let good = try XMLDocument(parsing: Fixtures.domain)
        let mistakes = await withTaskGroup(of: Int.self) { group in
            for number in 0..<8 {
                group.addTask { await withSmallStack { Self.mistakes(number, expecting: good) } }
            }
            return await group.reduce(0, +)
        }
        #expect(mistakes == 0)
    }

    private static func mistakes(_ number: Int, expecting good: XMLDocument) -> Int {
        (0..<200).count { round in
            guard (round + number).isMultiple(of: 2) else {
                return (try? XMLDocument(parsing: Fixtures.domain)) != good
            }
            let line = number * 200 + round + 1
            do throws(XMLParseError) {
                _ = try XMLDocument(parsing: String(repeating: "\n", count: line - 1) + "<a></b\(number)>")
                return true
            } catch {
                return error.line != line || !error.message.contains("b\(number)")
            }
        }
    }

    @Test func theDeepestTreeFitsASmallStack() async throws {
        let isSame = await withSmallStack {
            let depth = XMLLimits.greatestDepth
            let text = String(repeating: "<a>\n", count: depth) + String(repeating: "</a>", count: depth)
            guard let tree = try? XMLElement(parsing: text, limits: XMLLimits(maximumDepth: depth)),
                let copy = try? XMLElement(parsing: text, limits: XMLLimits(maximumDepth: depth)),
                let written = try? tree.serialized(), (try? tree.serialized(.indented(by: 2))) != nil
            else { return false }
            var outer = XMLElement("o", children: [.text("\n  "), .element(XMLElement("p")), .text("\n")])
            outer.append(tree)
            return tree == copy && tree.hashValue == copy.hashValue && tree.semanticallyEquals(copy)
                && written.hasPrefix("<a>\n<a>") && outer.elements.count == 2
        }
        #expect(isSame)
    }
}
