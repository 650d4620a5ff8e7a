struct JSONUnkeyedContainer: UnkeyedEncodingContainer {
    let node: JSONNode
    let codingPath: [any CodingKey]
    var count: Int { node.count }

    mutating func encodeNil() { node.append(JSONNode(.null)) }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        node.append(try JSONEncoding.node(for: value, at: codingPath + [JSONIndexKey(index: count)]))
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        nested().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }

    mutating func superEncoder() -> any Encoder { nested() }

    private func nested() -> JSONEncoding {
        let path = codingPath + [JSONIndexKey(index: count)]
        let place = JSONNode(.null)
        node.append(place)
        return JSONEncoding(node: place, codingPath: path)
    }
}
