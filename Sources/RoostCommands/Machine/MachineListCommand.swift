import ArgumentParser
import RoostCore
import TerminalOutput

struct MachineListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List machines, running or not.", aliases: ["ls"])

    @Argument(help: "Names or patterns such as 'web*'; all machines without any.", completion: .machines)
    var machines: [String] = []

    @Flag(help: "Only machines that run.")
    var running = false

    @Option(help: ArgumentHelp("Only machines in this state: running, paused, off, … (repeatable)."))
    var state: [String] = []

    @Option(help: "Only machines with this tag (repeatable: all of them). Costs a call a machine.")
    var tag: [String] = []

    @Flag(help: ArgumentHelp("Accepted as a habit from virsh: everything is listed anyway.", visibility: .hidden))
    var all = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let filter = MachineFilter(
            names: machines, states: try MachineFilter.states(typed: state, running: running), tags: tag)
        let rows = try await hosts.site().machineRows(filter)
        try Report.answer(
            rows, output, name: \.name,
            none: filter.isEmpty ? "There are no machines yet. roost create makes one." : "No machine matches.",
            columns: [
                Column("name", minimum: 12, priority: 3), Column("state", priority: 2),
                Column("vcpus", alignment: .right), Column("memory", alignment: .right), Column("autostart"),
            ] + (tag.isEmpty ? [] : [Column("tags")])
        ) { row in
            [
                Cell(row.name), .state(row.state), Cell(row.vcpus.map(String.init) ?? "-"),
                Cell(row.memory.map { ByteCount($0).formatted } ?? "-"), Cell(row.autostart ? "yes" : "no"),
                Cell(row.tags?.joined(separator: ",") ?? ""),
            ]
        }
        try rows.check()
    }
}
