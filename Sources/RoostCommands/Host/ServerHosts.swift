import RoostCore
import TerminalOutput

/// The hosts of a server, as it sees them.
enum ServerHosts {
    static func tell(_ rows: [LiveHost], _ output: OutputOptions) throws {
        if rows.isEmpty, output.format == .table, !output.quiet {
            return Report.notice("The server has no hosts yet. On it: roost host add NAME [USER@]ADDRESS")
        }
        try Report.answer(rows, output, names: rows.map(\.name)) {
            table(rows).render(width: StreamOutput.standardOutput.columns, styling: Report.styling)
        }
    }

    private static func table(_ rows: [LiveHost]) -> Table {
        var table = Table(
            columns: [
                Column("name", minimum: 8, priority: 3), Column("uri", priority: 1), Column("state", priority: 2),
                Column("libvirt"), Column("running", alignment: .right), Column("machines", alignment: .right),
                Column("free memory", alignment: .right),
            ])
        for row in rows {
            let isThere = row.state == .connected
            let cells = [
                Cell(row.name), Cell(row.uri), Cell(row.state.rawValue, style: isThere ? .green : .red),
                Cell(row.info?.libvirtVersion ?? "-"), Cell("\(row.machines.running)"), Cell("\(row.machines.total)"),
                Cell((row.info?.freeMemory).map { ByteCount($0).formatted } ?? "-"),
            ]
            if let why = row.why { table.append(cells, note: Cell(why)) } else { table.append(cells) }
        }
        return table
    }

    /// - Throws: ``Failure`` of kind unreachable for a host that does not answer, after what is known of it was shown.
    static func show(_ row: LiveHost, _ output: OutputOptions) throws {
        try Report.answer(row, output, names: [row.name]) {
            var view = KeyValueView()
            view.add("Name", row.name)
            view.add("State", Cell(row.state.rawValue, style: row.state == .connected ? .green : .red))
            view.add("Why", row.why)
            if let info = row.info { info.add(to: &view) } else { view.add("URI", row.uri) }
            return view.render(styling: Report.styling)
        }
        if row.state != .connected {
            throw Failure(.unreachable, "\(row.name) does not answer", why: row.why, remedy: row.remedy)
        }
    }
}
