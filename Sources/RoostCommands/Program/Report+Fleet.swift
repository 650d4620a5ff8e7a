import RoostCore
import TerminalOutput

extension Report {
    /// Prints the rows of the hosts that were asked: of one host as ever, of several with the host in front, and with the
    /// reason in place of the rows where a host did not answer.
    /// - Parameter none: what to say where there are no rows.
    static func answer<Row: Encodable & Sendable>(
        _ answers: FleetAnswers<[Row]>, _ options: OutputOptions, name: (Row) -> String,
        none: @autoclosure () -> String,
        columns: [Column], cells: (Row) -> [Cell]
    ) throws {
        let rows = answers.answers.flatMap { answer -> [FleetRow<Row>] in
            switch answer.result {
            case .success(let rows): rows.map { FleetRow(host: answer.host, content: .success($0)) }
            case .failure(let failure): [FleetRow(host: answer.host, content: .failure(failure))]
            }
        }
        try answer(
            rows, several: answers.isSeveral, options, name: name, none: none(), columns: columns, cells: cells)
    }

    /// The same for rows in an order of their own.
    static func answer<Row: Encodable & Sendable>(
        _ rows: [FleetRow<Row>], several: Bool, _ options: OutputOptions, name: (Row) -> String,
        none: @autoclosure () -> String, columns: [Column], cells: (Row) -> [Cell]
    ) throws {
        if rows.isEmpty, options.format == .table, !options.quiet { return notice(none()) }
        guard several else {
            return try answer(
                rows.compactMap { try? $0.content.get() }, options, name: name, columns: columns, cells: cells)
        }
        let names = rows.compactMap { row in (try? row.content.get()).map { "\(row.host)/\(name($0))" } }
        try answer(rows, options, names: names) {
            fleetTable(rows, columns: columns, cells: cells).render(
                width: StreamOutput.standardOutput.columns, styling: styling)
        }
    }

    static func fleetTable<Row>(
        _ rows: [FleetRow<Row>], columns: [Column], cells: (Row) -> [Cell]
    ) -> Table {
        var table = Table(columns: [Column("host", minimum: 8, priority: 4)] + columns)
        for row in rows {
            switch row.content {
            case .success(let content): table.append([Cell(row.host)] + cells(content))
            case .failure(let failure):
                table.append([Cell(row.host)], note: Cell(failure.why ?? failure.what, style: .red))
            }
        }
        return table
    }
}
