#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a machine has used in the last hour: one point for 15 seconds, the mean of what was measured in them. It takes at most
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
    private var sum = SIMD8<Float>(repeating: 0)
    private var count: Float = 0
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
        sum += SIMD8(
            Self.float(usage.cpuPercent), Self.float(usage.memoryUsed.map { Double($0) }),
            Self.float(usage.diskReadRate),
            Self.float(usage.diskWriteRate), Self.float(usage.networkReceiveRate), Self.float(usage.networkSendRate), 0,
            0)
        count += 1
        lastSlot = now
    }

    private mutating func close() {
        guard count > 0 else { return }
        let point = Packed(slot: slot, values: sum / count)
        if points.count < Self.most {
            points.append(point)
        } else {
            points[oldest] = point
            oldest = (oldest + 1) % Self.most
        }
        (sum, count) = (SIMD8(repeating: 0), 0)
    }

    /// Oldest first, without the one that is still being measured.
    func points(since time: Date) -> [UsagePoint] {
        let first = Self.slot(of: time)
        return points.indices.map { points[(oldest + $0) % points.count] }.filter { $0.slot >= first }.map { point in
            let values = point.values
            return UsagePoint(
                time: Date(timeIntervalSince1970: TimeInterval(point.slot) * Self.step),
                usage: LiveUsage(
                    cpuPercent: Self.value(values[0]),
                    memoryUsed: Self.value(values[1]).map { $0 < 0x1p63 ? UInt64(max(0, $0)) : .max },
                    diskReadRate: Self.value(values[2]), diskWriteRate: Self.value(values[3]),
                    networkReceiveRate: Self.value(values[4]), networkSendRate: Self.value(values[5])))
        }
    }

    private static func float(_ value: Double?) -> Float { value.map { Float($0) } ?? .nan }

    private static func value(_ value: Float) -> Double? {
        value.isFinite ? (Double(value) * 10).rounded() / 10 : nil
    }
}

/// What a machine used at a time.
public struct UsagePoint: Hashable, Sendable {
    /// The beginning of the 15 seconds whose mean it is.
    public var time: Date
    public var usage: LiveUsage
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
