import FoundationEssentials

/// The encoder behind `JSONDocument`: every container writes into its node.
struct JSONEncoding: Encoder {
    let node: JSONNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Deeper values are refused, for a recursion would end the program.
    static let maximumDepth = 200

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if node.count == 0 { node.content = .object([]) }
        return KeyedEncodingContainer(JSONKeyedContainer<Key>(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if node.count == 0 { node.content = .array([]) }
        return JSONUnkeyedContainer(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        JSONSingleValueContainer(node: node, codingPath: codingPath)
    }

    static func node<Value: Encodable>(for value: Value, at path: [any CodingKey]) throws -> JSONNode {
        guard path.count <= maximumDepth else {
            throw EncodingError.invalidValue(value, .init(codingPath: path, debugDescription: "nested too deeply"))
        }
        switch value {
        case let value as Bool: return JSONNode(.literal(value ? "true" : "false"))
        case let value as String: return JSONNode(.string(value))
        case let value as any BinaryInteger: return JSONNode(.literal(String(value)))
        case let value as Double: return try number(value, at: path)
        case let value as Float: return try number(value, at: path)
        case let value as Date: return JSONNode(.string(value.formatted(.iso8601)))
        case let value as Data: return JSONNode(.string(value.base64EncodedString()))
        case let value as URL: return JSONNode(.string(value.absoluteString))
        default:
            let node = JSONNode(.null)
            try value.encode(to: JSONEncoding(node: node, codingPath: path))
            return node
        }
    }

    /// A number as JSON writes it: whole ones without a fraction.
    static func text<Number: BinaryFloatingPoint & CustomStringConvertible>(of value: Number) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func number<Number: BinaryFloatingPoint & CustomStringConvertible>(
        _ value: Number, at path: [any CodingKey]
    ) throws -> JSONNode {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: path, debugDescription: "JSON has no number \(value)"))
        }
        return JSONNode(.literal(text(of: value)))
    }
}
