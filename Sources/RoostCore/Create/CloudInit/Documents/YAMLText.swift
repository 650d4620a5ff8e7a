import Yams

/// Builds a YAML mapping in the order in which it is written. Texts are always quoted, so that none turns into a number, a
/// truth value or a document of its own.
struct YAMLText {
    indirect enum Value {
        case text(String)
        case truth(Bool)
        case number(Int)
        case list([Value])
        case map([(String, Value)])

        fileprivate var node: Node {
            switch self {
            case .text(let text): Node(text, Tag(.str), .doubleQuoted)
            case .truth(let truth): Node(truth ? "true" : "false", Tag(.bool))
            case .number(let number): Node(String(number), Tag(.int))
            case .list(let values): Node(values.map(\.node))
            case .map(let pairs): Node(pairs.map { (Node($0.0), $0.1.node) })
            }
        }
    }

    private var pairs: [(String, Value)] = []

    mutating func add(_ key: String, _ value: Value) { pairs.append((key, value)) }

    /// Leaves out what there is none of.
    mutating func add(_ key: String, texts: [String]) {
        if !texts.isEmpty { add(key, .list(texts.map { .text($0) })) }
    }

    func document() -> String {
        do {
            return try Yams.serialize(node: Value.map(pairs).node, width: -1, allowUnicode: true)
        } catch {
            // Scalars, lists and mappings of plain Swift values can always be written.
            preconditionFailure("\(error)")
        }
    }
}
