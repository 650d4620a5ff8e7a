/// Measurements that become one mean. Small numbers: thousands of machines have hundreds of them each. NaN stands for what was
/// not counted, and takes no part in the mean.
struct UsageSum: Sendable {
    private var sum = SIMD8<Float>(repeating: 0)
    private var counts = SIMD8<Float>(repeating: 0)
    private(set) var isEmpty = true

    mutating func add(_ values: SIMD8<Float>) {
        let unknown = values .!= values
        sum += values.replacing(with: 0, where: unknown)
        counts += SIMD8(repeating: 1).replacing(with: 0, where: unknown)
        isEmpty = false
    }

    /// NaN for what was never counted.
    var mean: SIMD8<Float> { sum / counts }

    static func values(of usage: LiveUsage) -> SIMD8<Float> {
        SIMD8(
            float(usage.cpuPercent), float(usage.memoryUsed.map { Double($0) }), float(usage.diskReadRate),
            float(usage.diskWriteRate), float(usage.networkReceiveRate), float(usage.networkSendRate), .nan, .nan)
    }

    static func usage(of values: SIMD8<Float>) -> LiveUsage {
        LiveUsage(
            cpuPercent: value(values[0]), memoryUsed: value(values[1]).map { $0 < 0x1p63 ? UInt64(max(0, $0)) : .max },
            diskReadRate: value(values[2]), diskWriteRate: value(values[3]), networkReceiveRate: value(values[4]),
            networkSendRate: value(values[5]))
    }

    private static func float(_ value: Double?) -> Float { value.map { Float($0) } ?? .nan }

    private static func value(_ value: Float) -> Double? {
        value.isFinite ? (Double(value) * 10).rounded() / 10 : nil
    }
}
