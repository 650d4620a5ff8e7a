import ArgumentParser
import RoostClient
import RoostCore
import TerminalOutput

struct HostListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the hosts that have a name.",
        discussion: "It asks no host, unless --check is given.", aliases: ["ls"])

    @Argument(help: "Names; all hosts without any.", completion: .hosts)
    var names: [String] = []

    @Flag(help: "Ask every host whether it is well, all at once.")
    var check = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        if let server = try await hosts.server.connection() {
            return try ServerHosts.tell(
                try await ServerSite(server, hosts: names + hosts.host).hostRows(), output)
        }
        let named = hosts.allHosts ? [] : names + hosts.host
        let summaries = try await HostLocator.system.hosts.summaries(named)
        guard !summaries.isEmpty else {
            if output.format != .table || output.quiet {
                return try Report.answer([HostState](), output, names: []) { "" }
            }
            return Report.notice("There are no hosts yet. roost host add NAME [USER@]ADDRESS adds one.")
        }
        guard check else {
            return try Report.answer(
                summaries.map { HostState($0) }, output, name: \.summary.name, columns: Self.columns
            ) {
                [Cell($0.summary.name), Cell($0.summary.address), Self.connected($0.summary)]
            }
        }
        let answers = try await Fleet(hosts: summaries.map(\.name)).overviews()
        let rows = zip(summaries, answers.answers).map { HostState($0, $1.result) }
        try Report.answer(rows, output, names: rows.map(\.summary.name)) {
            Self.table(rows).render(width: StreamOutput.standardOutput.columns, styling: Report.styling)
        }
        try answers.check()
    }

    private static let columns = [
        Column("name", minimum: 8, priority: 3), Column("address", priority: 1), Column("connected", priority: 2),
    ]

    static func table(_ rows: [HostState]) -> Table {
        var table = Table(
            columns: [
                Column("name", minimum: 8, priority: 3), Column("address", priority: 1), Column("state", priority: 2),
                Column("libvirt"), Column("running", alignment: .right), Column("machines", alignment: .right),
                Column("free memory", alignment: .right),
            ])
        for row in rows {
            let head = [Cell(row.summary.name), Cell(row.summary.address)]
            switch row.state {
            case nil: table.append(head)
            case .failure(let failure):
                table.append(
                    head + [Cell(failure.kind.name, style: .red)], note: Cell(failure.why ?? failure.what))
            case .success(let overview):
                table.append(
                    head + [
                        Cell("ok", style: .green), Cell(overview.libvirt), Cell("\(overview.machines.running)"),
                        Cell("\(overview.machines.total)"),
                        Cell(overview.freeMemory.map { ByteCount($0).formatted } ?? "-"),
                    ])
            }
        }
        return table
    }

    private static func connected(_ host: HostSummary) -> Cell {
        host.connected.map { $0 ? Cell("yes", style: .green) : Cell("no") } ?? Cell("-")
    }
}
