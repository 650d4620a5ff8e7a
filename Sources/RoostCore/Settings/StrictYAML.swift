import Yams

/// Reads a file of settings that a person writes, strictly: every key must be known and every value of its type, and what is
/// wrong is named with its line.
protocol StrictYAML: Sendable {
    /// What fails: "Cannot read the hosts file".
    static var task: String { get }
    /// For the messages.
    var path: String { get }
}

extension StrictYAML {
    /// Parses a text and has the body read what is in it.
    /// - Throws: ``Failure`` of kind usage that names the file and the line.
    func parse<Value>(_ text: String, _ body: (Node?) throws(Failure) -> Value) throws(Failure) -> Value {
        guard text.utf8.count <= StrictYAMLLimits.size else { throw failure(nil, "it is larger than 1 MiB") }
        if let place = text.utf8.firstIndex(of: 0) {
            throw failure(text[..<place].utf8.count { $0 == 0x0A } + 1, "it holds a zero byte")
        }
        guard Self.aliases(in: text) <= StrictYAMLLimits.aliases else { throw failure(nil, "it is full of aliases") }
        let parser: Parser
        let root: Node?
        do {
            parser = try Parser(yaml: text, encoding: .utf8)
            root = try parser.singleRoot()
        } catch {
            throw failure(error)
        }
        // The parser holds the anchors, which the nodes only point to.
        return try withExtendedLifetime(parser) { () throws(Failure) in try body(root) }
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

enum StrictYAMLLimits {
    /// In bytes. A fleet of thousands is far smaller.
    static let size = 1 << 20
    /// A handful cannot grow beyond all bounds, however they are nested.
    static let aliases = 16
}

extension StrictYAML {
    /// - Parameter line: counted from 1.
    func failure(_ line: Int?, _ reason: String) -> Failure {
        Failure(.usage, Self.task, why: "\(path)\(line.map { ", line \($0)" } ?? ""): \(reason)")
    }

    /// What the YAML parser found.
    func failure(_ error: any Error) -> Failure {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return failure(mark.line, problem)
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            return failure(context.mark.line, "'\(duplicates.first ?? "")' is there twice")
        case YamlError.reader(let problem, let offset, _, let yaml):
            let line = offset.map { yaml.utf8.prefix($0).count { $0 == 0x0A } + 1 }
            return failure(line, problem)
        default: return failure(nil, "it is not YAML")
        }
    }

    func unknown(_ key: Node, known: [String]) -> Failure {
        let typed = key.scalar?.string ?? ""
        let near = Spelling.nearest(to: typed, among: known)
        let hint = near.map { "did you mean '\($0)'?" } ?? "known: \(known.joined(separator: ", "))"
        return failure(key.mark?.line, "'\(typed)' is not known here; \(hint)")
    }

    /// nil where the node is something else.
    func mapping(_ node: Node) throws(Failure) -> Node.Mapping? {
        guard case .mapping(let mapping) = node else { return nil }
        try check(node, tag: mapping.tag)
        return mapping
    }

    func scalar(_ node: Node) throws(Failure) -> Node.Scalar {
        guard case .scalar(let scalar) = node else { throw failure(node.mark?.line, "a single value is wanted here") }
        try check(node, tag: scalar.tag)
        return scalar
    }

    func text(_ node: Node) throws(Failure) -> String {
        guard !isNothing(node) else { throw failure(node.mark?.line, "a value is missing") }
        return try scalar(node).string
    }

    /// Anchors and tags have no use here, and are how a small file becomes a large one.
    private func check(_ node: Node, tag: Tag) throws(Failure) {
        guard node.anchor == nil else { throw failure(node.mark?.line, "anchors and aliases are not for this file") }
        guard tag.rawValue.isEmpty || Self.plainTags.contains(tag.rawValue) else {
            throw failure(node.mark?.line, "the tag '\(tag)' is not for this file")
        }
    }

    /// What YAML takes a word for that has no tag; here all are texts.
    private static var plainTags: Set<String> {
        Set(["str", "int", "float", "bool", "null", "timestamp", "merge", "map"].map { "tag:yaml.org,2002:\($0)" })
    }

    func isNothing(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }
}
