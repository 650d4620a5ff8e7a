import RoostCore
import TerminalOutput

/// How the use of machines is shown in a table.
enum UsageTable {
    static let columns = [
        Column("name", minimum: 12, priority: 3), Column("state", priority: 1),
        Column("cpu %", alignment: .right, priority: 2), Column("of vcpus", alignment: .right),
        Column("mem used", alignment: .right, priority: 2), Column("memory", alignment: .right),
        Column("read/s", alignment: .right, priority: 1), Column("write/s", alignment: .right, priority: 1),
        Column("rx/s", alignment: .right, priority: 1), Column("tx/s", alignment: .right, priority: 1),
    ]

    static func cells(_ usage: MachineUsage) -> [Cell] {
        [
            Cell(usage.name), .state(usage.state), Cell(tenths(usage.cpuPercent)),
            Cell(usage.vcpus.map { "\(tenths(usage.cpuPercentOfVcpus)) of \($0)" } ?? "-"),
            Cell(bytes(usage.memoryUsed)), Cell(bytes(usage.memory)), Cell(bytes(usage.diskReadRate)),
            Cell(bytes(usage.diskWriteRate)), Cell(bytes(usage.networkReceiveRate)), Cell(bytes(usage.networkSendRate)),
        ]
    }

    /// Always one decimal, so that a column of them is easy to compare.
    private static func tenths(_ value: Double?) -> String {
        guard let value, let tenths = Int(exactly: (value * 10).rounded()) else { return "-" }
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func bytes(_ count: UInt64?) -> String { count.map { ByteCount($0).formatted } ?? "-" }

    private static func bytes(_ rate: Double?) -> String { bytes(rate.flatMap { UInt64(exactly: $0.rounded()) }) }
}
