import Foundation
import RoostCore

/// What something used in the mean of a step, as the database holds it: six numbers of two bytes, each the logarithm of a
/// value, which is exact to a thousandth and reaches from 0.1 % of a processor to more bytes than there are.
enum UsageSample {
    /// Bytes of one.
    static let size = 12

    private static let steps = 1023.0

    private static func code(_ value: Double?) -> UInt16 {
        // 0 stands for what was not counted.
        guard let value, value.isFinite else { return 0 }
        return UInt16(min(65_534, (log2(1 + max(0, value)) * steps).rounded())) + 1
    }

    private static func value(_ code: UInt16) -> Double? {
        guard code > 0 else { return nil }
        return ((exp2(Double(code - 1) / steps) - 1) * 10).rounded() / 10
    }

    static func bytes(of usage: LiveUsage) -> [UInt8] {
        let values = [
            usage.cpuPercent, usage.memoryUsed.map { Double($0) }, usage.diskReadRate, usage.diskWriteRate,
            usage.networkReceiveRate, usage.networkSendRate,
        ]
        return values.map(code).flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    }

    /// - Returns: nil where nothing was measured, or there are too few bytes.
    static func usage(of bytes: some Collection<UInt8>) -> LiveUsage? {
        let bytes = Array(bytes)
        guard bytes.count == size, bytes.contains(where: { $0 != 0 }) else { return nil }
        let values = stride(from: 0, to: size, by: 2).map { value(UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8) }
        return LiveUsage(
            cpuPercent: values[0], memoryUsed: values[1].map { $0 < 0x1p63 ? UInt64($0) : .max },
            diskReadRate: values[2], diskWriteRate: values[3], networkReceiveRate: values[4],
            networkSendRate: values[5])
    }

    /// The mean of several; each number of those that have it.
    static func mean(of usages: [LiveUsage]) -> LiveUsage {
        func mean(_ values: [Double?]) -> Double? {
            let known = values.compactMap(\.self)
            return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
        }
        return LiveUsage(
            cpuPercent: mean(usages.map(\.cpuPercent)),
            memoryUsed: mean(usages.map { $0.memoryUsed.map { Double($0) } }).map { $0 < 0x1p63 ? UInt64($0) : .max },
            diskReadRate: mean(usages.map(\.diskReadRate)), diskWriteRate: mean(usages.map(\.diskWriteRate)),
            networkReceiveRate: mean(usages.map(\.networkReceiveRate)),
            networkSendRate: mean(usages.map(\.networkSendRate)))
    }
}
