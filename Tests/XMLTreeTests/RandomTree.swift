import XMLTree

/// Makes random trees: always the same ones from the same seed.
struct RandomTree: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A tree as a parser would give it: no empty text, no two texts side by side.
    mutating func element(depth: Int = 0) -> XMLElement {
        var element = XMLElement(name())
        for _ in 0..<Int.random(in: 0...3, using: &self) where element.attributes.count < 3 {
            let name = name()
            if element[name] == nil {
                let quote: XMLQuote = Bool.random(using: &self) ? .single : .double
                element.attributes.append(XMLAttribute(name, text(), quote: quote))
            }
        }
        guard depth < 6 else { return element }
        for _ in 0..<Int.random(in: 0...4, using: &self) {
            let node = node(depth: depth)
            if case .text(let text) = node {
                guard !text.isEmpty else { continue }
                if case .text? = element.children.last { continue }
            }
            element.children.append(node)
        }
        return element
    }

    private mutating func node(depth: Int) -> XMLNode {
        switch Int.random(in: 0..<8, using: &self) {
        case 0: .text(text())
        case 1: .text("\n" + String(repeating: " ", count: Int.random(in: 0...6, using: &self)))
        // What would split the section or the comment comes back as several nodes; XMLWriterTests looks at that.
        case 2: .cdata(text(without: "\r]"))
        case 3: .comment(text(without: "\r-"))
        case 4: .processingInstruction(target: name().filter { $0 != ":" }, data: text(without: "?\n\t \r"))
        default: .element(element(depth: depth + 1))
        }
    }

    private mutating func name() -> String {
        let names = ["a", "b", "disk", "qemu:arg", "_x", "é", "名前", "x-1.2", "a·", "\u{10000}"]
        return names[Int.random(in: names.indices, using: &self)]
    }

    private mutating func text(without excluded: String = "") -> String {
        let pieces = [
            "a", " ", "\n", "\t", "\r", "<", ">", "&", "'", "\"", "]]>", "]", "-", "&amp;", "&#0;", "é", "e\u{301}",
            "\u{1F600}",
            "\u{85}", "\u{2028}", "\u{FEFF}", "\u{7F}", "\u{FFFD}", "<!--", "-->", "<![CDATA[", "%x;", "?", "\r\n",
        ]
        let count = Int.random(in: 0...6, using: &self)
        let joined = (0..<count).map { _ in pieces[Int.random(in: pieces.indices, using: &self)] }.joined()
        // Code points, since a carriage return and a line feed together are one Character.
        return String(String.UnicodeScalarView(joined.unicodeScalars.filter { !excluded.unicodeScalars.contains($0) }))
    }
}
