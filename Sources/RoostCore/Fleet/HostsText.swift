import Yams

/// The text of a hosts file, read strictly: every key must be known and every value of its type. It remembers where each
/// host stands, so that an edit touches nothing else.
struct HostsText: Hashable, Sendable {
    /// A host and the lines, counted from 0, that are its own.
    struct Block: Hashable, Sendable {
        let entry: HostEntry
        let lines: ClosedRange<Int>
        /// Where its name begins, in characters from 0.
        let column: Int
        /// Where its fields begin.
        let fieldColumn: Int
    }

    let text: String
    let blocks: [Block]
    /// Whether there is a `hosts:` key, and on which line, counted from 0.
    let hostsLine: Int?

    var entries: [HostEntry] { blocks.map(\.entry) }

    /// In bytes. A fleet of thousands is far smaller.
    static let maximumSize = 1 << 20
    /// A handful cannot grow beyond all bounds, however they are nested.
    private static let maximumAliases = 16

    /// - Parameter path: for the messages.
    /// - Throws: ``Failure`` of kind usage that names the file and the line.
    init(_ text: String, path: String) throws(Failure) {
        let reader = HostsReader(path: path)
        guard text.utf8.count <= Self.maximumSize else { throw reader.failure(nil, "it is larger than 1 MiB") }
        if let place = text.utf8.firstIndex(of: 0) {
            throw reader.failure(text[..<place].utf8.count { $0 == 0x0A } + 1, "it holds a zero byte")
        }
        guard Self.aliases(in: text) <= Self.maximumAliases else { throw reader.failure(nil, "it is full of aliases") }
        self.text = text
        let parser: Parser
        let root: Node?
        do {
            parser = try Parser(yaml: text, encoding: .utf8)
            root = try parser.singleRoot()
        } catch {
            throw reader.failure(error)
        }
        // The parser holds the anchors, which the nodes only point to.
        (blocks, hostsLine) = try withExtendedLifetime(parser) { () throws(Failure) in try reader.read(root) }
    }

    /// At least as many as there are: a `*` in a comment or a quoted text is counted too.
    private static func aliases(in text: String) -> Int {
        var count = 0
        var afterStar = false
        for byte in text.utf8 {
            if afterStar, byte > 0x20 { count += 1 }
            afterStar = byte == UInt8(ascii: "*")
        }
        return count
    }
}
