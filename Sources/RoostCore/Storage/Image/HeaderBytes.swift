/// Numbers and texts at places of a buffer; nil for what is not wholly inside.
struct HeaderBytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func starts(with magic: [UInt8]) -> Bool { bytes.starts(with: magic) }

    func bigEndian32(_ offset: UInt64) -> UInt32? { piece(offset, 4).map { $0.reduce(0) { $0 << 8 | UInt32($1) } } }

    func bigEndian64(_ offset: UInt64) -> UInt64? { piece(offset, 8).map { $0.reduce(0) { $0 << 8 | UInt64($1) } } }

    func littleEndian32(_ offset: UInt64) -> UInt32? {
        piece(offset, 4).map { $0.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
    }

    func littleEndian64(_ offset: UInt64) -> UInt64? {
        piece(offset, 8).map { $0.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    }

    func text(at offset: UInt64, count: UInt64) -> String? {
        piece(offset, count).map { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    private func piece(_ offset: UInt64, _ count: UInt64) -> ArraySlice<UInt8>? {
        let size = UInt64(bytes.count)
        guard offset <= size, count <= size - offset else { return nil }
        return bytes[Int(offset)..<Int(offset + count)]
    }
}
