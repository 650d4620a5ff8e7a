struct JSONSingleValueContainer: SingleValueEncodingContainer {
    let node: JSONNode
    let codingPath: [any CodingKey]

    mutating func encodeNil() { node.content = .null }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        node.content = try JSONEncoding.node(for: value, at: codingPath).content
    }
}
