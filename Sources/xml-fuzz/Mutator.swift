/// Makes inputs from a corpus: always the same ones from the same seed and corpus.
struct Mutator {
    private static let tokens = [
        "<", ">", "/>", "</", "<a>", "</a>", "<a>x</a>", "<a b='>\r'/>", "<![CDATA[ ]]]>", "<!-- c -->", "<?p d?>",
        "&#13;", "&lt;", "<a b='", "='", "'", "\"", "&", "&amp;", "&#10;", "&#0;", "&x;", "<!--",
        "-->", "--",
        "<![CDATA[", "]]>", "<?p ", "?>", "<?xml version='1.0' encoding='UTF-16'?>", "<!DOCTYPE a [<!ENTITY x 'y'>]>",
        " xmlns:q='u'", "q:", "\r", "\r\n", "\t", "\u{0}", "\u{1}", "\u{FFFE}", "\u{FEFF}", "é", "\u{10FFFF}",
        " xml:space='preserve'",
    ].map { Array($0.utf8) }
    private static let greatestSize = 1 << 18

    private let corpus: [[UInt8]]
    private var random: SplitMix

    init(seed: UInt64, corpus: [[UInt8]]) {
        self.corpus = corpus
        random = SplitMix(seed: seed)
    }

    mutating func next() -> [UInt8] {
        var input = pick(corpus)
        // Few changes as a rule: after many, nothing would be accepted.
        repeat { mutate(&input) } while Int.random(in: 0..<3, using: &random) == 0
        return Array(input.prefix(Self.greatestSize))
    }

    private mutating func mutate(_ input: inout [UInt8]) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0 where !input.isEmpty:
            input[Int.random(in: input.indices, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 1 where !input.isEmpty:
            input[Int.random(in: input.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        case 2: input.insert(contentsOf: pick(Self.tokens), at: offset(in: input))
        case 3: input.removeSubrange(range(in: input))
        case 4: input.insert(contentsOf: input[range(in: input)], at: offset(in: input))
        case 5: input.replaceSubrange(range(in: input), with: slice(of: pick(corpus)))
        case 6: duplicateElement(in: &input)
        case 7, 8: insertIntoText(of: &input)
        default: input.replaceSubrange(range(in: input, atMost: 4), with: pick(Self.tokens))
        }
    }

    /// Doubles something from one `<` to another, which often leaves the text well-formed.
    private mutating func duplicateElement(in input: inout [UInt8]) {
        let starts = input.indices.filter { input[$0] == UInt8(ascii: "<") }
        guard starts.count > 1 else { return }
        let ends = [pick(starts), pick(starts)].sorted()
        input.insert(contentsOf: input[ends[0]..<ends[1]], at: pick(starts))
    }

    /// Puts a token directly behind a `>`, where most are at home.
    private mutating func insertIntoText(of input: inout [UInt8]) {
        let ends = input.indices.filter { input[$0] == UInt8(ascii: ">") }
        guard !ends.isEmpty else { return }
        input.insert(contentsOf: pick(Self.tokens), at: pick(ends) + 1)
    }

    private mutating func slice(of bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes[range(in: bytes)]
    }

    private mutating func range(in bytes: [UInt8], atMost limit: Int = 200) -> Range<Int> {
        let start = offset(in: bytes)
        return start..<min(bytes.count, start + Int.random(in: 0...limit, using: &random))
    }

    private mutating func offset(in bytes: [UInt8]) -> Int {
        Int.random(in: 0...bytes.count, using: &random)
    }

    /// The argument is never empty: the corpus has a file at least.
    private mutating func pick<Item>(_ items: [Item]) -> Item {
        items[Int.random(in: items.indices, using: &random)]
    }
}
