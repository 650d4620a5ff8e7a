/// Pretty-printed JSON with object keys in the order in which a value encodes them.
///
/// Foundation's encoder can only sort keys or leave their order to chance. This one keeps the order that the author of
/// the type chose, so that the output is stable and the name comes first.
enum JSONDocument {
    static func encode<Value: Encodable>(_ value: Value) throws -> String {
        var text = ""
        try JSONEncoding.node(for: value, at: []).write(to: &text, indent: 0)
        return text
    }

    /// On one line, without its newline.
    static func encodeLine<Value: Encodable>(_ value: Value) throws -> String {
        var text = ""
        try JSONEncoding.node(for: value, at: []).writeLine(to: &text)
        return text
    }
}
