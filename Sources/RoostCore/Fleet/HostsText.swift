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

    /// - Parameter path: for the messages.
    /// - Throws: ``Failure`` of kind usage that names the file and the line.
    init(_ text: String, path: String) throws(Failure) {
        let reader = HostsReader(path: path)
        self.text = text
        (blocks, hostsLine) = try reader.parse(text) { root throws(Failure) in try reader.read(root) }
    }
}
