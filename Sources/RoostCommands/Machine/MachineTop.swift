public import ArgumentParser
public import RoostCore
import TerminalOutput

struct MachineTop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top", abstract: "Show what the running machines use, again and again.",
        discussion: """
            Keys: q leaves; c, m, d, n sort by CPU, memory, disk and network. CPU is in percent of one of the host's \
            processors, and of all that the machine's own could do. Without a terminal it prints one table, as with --once.
            """)

    @Flag(help: "Measure once, over the interval, and print it.")
    var once = false

    @Option(help: ArgumentHelp("Time between two measurements.", valueName: "seconds"))
    var interval: Double = 2

    @Option(help: "Sort by: \(MachineUsage.Order.allCases.map(\.rawValue).joined(separator: ", ")).")
    var sort: MachineUsage.Order = .cpu

    @OptionGroup var output: OutputOptions
    @OptionGroup var host: HostOptions

    func validate() throws {
        guard interval >= 0.1, interval <= 3600 else {
            throw ValidationError("--interval takes seconds, from 0.1 to 3600.")
        }
    }

    func run() async throws {
        let host = try await host.connect()
        let isLive = !once && output.format == .table && !output.quiet && LiveScreen.windowSize != nil
        guard !isLive || !StandardInput().isTerminal else {
            return try await LiveTop(host: host, interval: .seconds(interval), order: sort).run()
        }
        let first = try await host.usageSample()
        try await Task.sleep(for: .seconds(interval))
        let rows = MachineUsage.between(first, try await host.usageSample()).sorted(by: sort)
        if rows.isEmpty, output.format == .table, !output.quiet {
            Report.notice("No machine runs.")
            return
        }
        try Report.answer(rows, output, name: \.name, columns: UsageTable.columns, cells: UsageTable.cells)
    }
}

extension MachineUsage.Order: ExpressibleByArgument {}
