extension [UInt8] {
    /// The offset of the first byte that cannot be part of UTF-8, or nil.
    var firstInvalidUTF8: Int? {
        var decoder = UTF8()
        var iterator = makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    /// With each carriage return, and each pair of one and a line feed, turned into a line feed, as XML asks before parsing.
    var withLineFeedsOnly: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count)
        for index in indices {
            switch self[index] {
            case 0x0D: result.append(0x0A)
            case 0x0A where index > 0 && self[index - 1] == 0x0D: break
            default: result.append(self[index])
            }
        }
        return result
    }

    /// The line and the column, both from 1, of an offset.
    func place(of offset: Int) -> (line: Int, column: Int) {
        let before = self[..<offset]
        let line = before.count { $0 == 0x0A } + 1
        return (line, offset - (before.lastIndex(of: 0x0A) ?? -1))
    }
}
