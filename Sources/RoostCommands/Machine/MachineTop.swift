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
    @OptionGroup var hosts: FleetOptions

    func validate() throws {
        guard interval >= 0.1, interval <= 3600 else {
            throw ValidationError("--interval takes seconds, from 0.1 to 3600.")
        }
    }

    func run() async throws {
        let pause = Duration.seconds(interval)
        let site = try await hosts.site()
        let isLive = !once && output.format == .table && !output.quiet && LiveScreen.windowSize != nil
        guard !isLive || !StandardInput().isTerminal else {
            return try await LiveTop(meters: try await site.meters(), interval: pause, order: sort).run()
        }
        let answers = try await site.usage(over: pause)
        let running = answers.values.flatMap { host, machines in machines.map { (host: host, usage: $0) } }
            .sorted(by: sort, \.usage)
        let rows =
            running.map { FleetRow(host: $0.host, content: .success($0.usage)) }
            + answers.failed.map { FleetRow(host: $0.host, content: .failure($0.failure)) }
        try Report.answer(
            rows, several: answers.isSeveral, output, name: \.name, none: "No machine runs.",
            columns: UsageTable.columns, cells: UsageTable.cells)
        try answers.check()
    }
}

extension MachineUsage.Order: ExpressibleByArgument {}
