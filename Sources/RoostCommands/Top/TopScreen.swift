import RoostCore
import TerminalOutput

/// The picture of `roost top` for a window of some size.
struct TopScreen {
    var host: String
    var order: MachineUsage.Order
    /// Hosts that do not answer, where several are shown.
    var silent: [String] = []
    /// nil until the second measurement.
    var machines: [MachineUsage]?

    /// At most `rows` lines, none wider than `columns` where that is at least 28. Machines that do not fit are only counted.
    func lines(columns: Int, rows: Int, styling: Styling) -> [String] {
        let sorted = machines?.sorted(by: order) ?? []
        // Title, an empty line and the headings come first.
        let shown = sorted.prefix(max(0, rows - 3))
        var table = Table(columns: UsageTable.columns)
        for usage in shown { table.append(UsageTable.cells(usage)) }
        var title = Table(columns: [Column("title", priority: 1)])
        title.append([Cell(summary(all: sorted, shown: shown.count))])
        let titleLine =
            title.render(width: columns, styling: styling).split(separator: "\n").last.map(String.init) ?? ""
        let body =
            machines == nil
            ? [] : table.render(width: columns, styling: styling).split(separator: "\n").map(String.init)
        return Array(([titleLine, ""] + body).prefix(max(1, rows)))
    }

    private func summary(all: [MachineUsage], shown: Int) -> String {
        let host = silent.isEmpty ? host : "\(host), no answer from \(silent.joined(separator: ", "))"
        guard machines != nil else { return "\(host): measuring …" }
        guard !all.isEmpty else { return "\(host): no machine runs; q leaves" }
        let cpu = all.compactMap(\.cpuPercent).reduce(0, +)
        let cut = shown < all.count ? ", \(shown) shown" : ""
        let sum = Int(exactly: cpu.rounded()).map { "\($0)%" } ?? "-"
        return "\(host): \(all.count) running\(cut), CPU \(sum), by \(order.rawValue); q leaves, c m d n sort"
    }
}
