import RoostCore

/// The samples of 64 series in one step: a row of the database. So a minute of a thousand machines is sixteen rows that are
/// written one after the other, and one machine's day is read by 1,440 keys.
struct UsageBlock: Hashable, Sendable {
    static let size = 64

    /// Which 64 they are: the number of a series divided by 64.
    let number: Int
    private(set) var bytes: [UInt8]

    init(number: Int, bytes: [UInt8] = []) {
        self.number = number
        self.bytes = bytes
    }

    /// - Parameter series: its number.
    static func number(of series: Int) -> Int { series / size }

    /// Where a series' sample begins in its block, in bytes.
    static func offset(of series: Int) -> Int { series % size * UsageSample.size }

    mutating func set(_ usage: LiveUsage, of series: Int) {
        let (start, end) = (Self.offset(of: series), Self.offset(of: series) + UsageSample.size)
        // A block is as long as its last sample is far back.
        if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
        bytes.replaceSubrange(start..<end, with: UsageSample.bytes(of: usage))
    }

    subscript(index: Int) -> LiveUsage? {
        let start = index * UsageSample.size
        guard start + UsageSample.size <= bytes.count else { return nil }
        return UsageSample.usage(of: bytes[start..<start + UsageSample.size])
    }

    /// The mean of several steps of the same 64 series.
    static func mean(of blocks: [UsageBlock], number: Int) -> UsageBlock {
        var result = UsageBlock(number: number)
        for index in 0..<size {
            let known = blocks.compactMap { $0[index] }
            if !known.isEmpty { result.set(UsageSample.mean(of: known), of: index) }
        }
        return result
    }
}
