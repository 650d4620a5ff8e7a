import Yams

/// Yams writes every fraction as 5.13e+1; people and the other formats write 51.3.
enum YAMLNumbers {
    /// The document with its numbers as JSON has them.
    static func plain(in document: String, _ options: Emitter.Options) throws -> String {
        guard document.contains("e+") || document.contains("e-"), let node = try Yams.compose(yaml: document) else {
            return document
        }
        return try Yams.serialize(node: plain(node), width: options.width, allowUnicode: options.allowUnicode)
    }

    private static func plain(_ node: Node) -> Node {
        switch node {
        case .scalar(var scalar):
            guard scalar.style == .plain, node.tag == Tag(.float), let value = Double(scalar.string),
                value.isFinite
            else { return node }
            scalar.string = JSONEncoding.text(of: value)
            return .scalar(scalar)
        case .sequence(var sequence):
            for index in sequence.indices { sequence[index] = plain(sequence[index]) }
            return .sequence(sequence)
        case .mapping(var mapping):
            for (key, value) in mapping { mapping[key] = plain(value) }
            return .mapping(mapping)
        case .alias:
            return node
        }
    }
}
