#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a machine or a host has used in the last hour: one point for 15 seconds, the mean of what was measured in them. It takes at most
/// 7 KB a machine.
struct UsageHistory: Sendable {
    static let step: TimeInterval = 15
    static let most = 240

    /// Small numbers: thousands of machines have hundreds of points each. NaN stands for what is not counted.
    private struct Packed {
        var slot: UInt32
        var values: SIMD8<Float>
    }

    private var points: [Packed] = []
    private var oldest = 0
    private var sum = UsageSum()
    private var slot: UInt32 = 0

    /// When the last measurement was.
    private(set) var lastSlot: UInt32 = 0

    static func slot(of time: Date) -> UInt32 { UInt32(clamping: Int(time.timeIntervalSince1970 / step)) }

    mutating func add(_ usage: LiveUsage, at time: Date) {
        let now = Self.slot(of: time)
        if now != slot {
            close()
            slot = now
        }
        sum.add(UsageSum.values(of: usage))
        lastSlot = now
    }

    private mutating func close() {
        guard !sum.isEmpty else { return }
        let point = Packed(slot: slot, values: sum.mean)
        if points.count < Self.most {
            points.append(point)
        } else {
            points[oldest] = point
            oldest = (oldest + 1) % Self.most
        }
        sum = UsageSum()
    }

    /// The mean of what was measured from one time to before another; nil where nothing was.
    func mean(from start: Date, to end: Date) -> LiveUsage? {
        let slots = Self.slot(of: start)..<max(Self.slot(of: start), Self.slot(of: end))
        var whole = slots.contains(slot) ? sum : UsageSum()
        // Newest first: what is asked for has just been.
        for offset in points.indices.reversed() {
            let point = points[(oldest + offset) % points.count]
            if point.slot < slots.lowerBound { break }
            if slots.contains(point.slot) { whole.add(point.values) }
        }
        return whole.isEmpty ? nil : UsageSum.usage(of: whole.mean)
    }

    /// Oldest first, without the one that is still being measured.
    func points(since time: Date) -> [UsagePoint] {
        let first = Self.slot(of: time)
        return points.indices.map { points[(oldest + $0) % points.count] }.filter { $0.slot >= first }.map { point in
            UsagePoint(
                time: Date(timeIntervalSince1970: TimeInterval(point.slot) * Self.step),
                usage: UsageSum.usage(of: point.values))
        }
    }
}

/// What a machine or a host used at a time.
public struct UsagePoint: Hashable, Sendable {
    /// The beginning of the time whose mean it is.
    public var time: Date
    public var usage: LiveUsage

    public init(time: Date, usage: LiveUsage) {
        self.time = time
        self.usage = usage
    }
}

extension UsagePoint: Codable {
    private enum Key: String, CodingKey { case time }

    /// Flat: the time beside what was used.
    public init(from decoder: any Decoder) throws {
        time = try decoder.container(keyedBy: Key.self).decode(Date.self, forKey: .time)
        usage = try LiveUsage(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(time, forKey: .time)
        try usage.encode(to: encoder)
    }
}
