/// Numbers in bytes, in one of the two orders.
struct ByteFields {
    let isBigEndian: Bool

    /// - Returns: 0 where the bytes end before.
    func number(_ bytes: [UInt8], _ offset: Int, _ size: Int) -> UInt64 {
        guard offset + size <= bytes.count else { return 0 }
        let field = bytes[offset..<(offset + size)]
        return (isBigEndian ? Array(field) : field.reversed()).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
