import Yams

/// How a command prints what it lists or shows: tables for people, JSON and YAML for scripts.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
    case table, json, yaml

    /// Renders a value; the text ends in a newline. JSON and YAML show the value itself, with keys in the order of
    /// their declaration and dates in ISO 8601; a table is made only where it is wanted.
    /// - Throws: what `value` throws as it encodes itself, or `EncodingError` for a number that JSON cannot hold.
    public func render<Value: Encodable>(_ value: Value, table: () -> String) throws -> String {
        switch self {
        case .table: table()
        case .json: try JSONDocument.encode(value) + "\n"
        case .yaml: try Self.yaml(value)
        }
    }

    /// Renders one of the values that come one after the other: a line of text, a line of JSON, or a YAML document.
    public func renderItem<Value: Encodable>(_ value: Value, line: () -> String) throws -> String {
        switch self {
        case .table: line() + "\n"
        case .json: try JSONDocument.encodeLine(value) + "\n"
        case .yaml: "---\n" + (try Self.yaml(value))
        }
    }

    /// Characters that could drive the terminal make the encoder escape everything but ASCII; YAML itself counts marks
    /// that turn the direction of writing as printable.
    private static func yaml<Value: Encodable>(_ value: Value) throws -> String {
        let encoder = YAMLEncoder()
        encoder.options.width = -1
        encoder.options.allowUnicode = true
        let text = try YAMLNumbers.plain(in: encoder.encode(value), encoder.options)
        guard text.unicodeScalars.contains(where: { $0 != "\n" && HostileText.isHostile($0) }) else { return text }
        encoder.options.allowUnicode = false
        return try YAMLNumbers.plain(in: encoder.encode(value), encoder.options)
    }
}
