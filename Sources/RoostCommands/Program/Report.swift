import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where commands print: answers on standard output, everything else on standard error.
enum Report {
    static let environment = ProcessInfo.processInfo.environment
    static let styling = Styling(isTerminal: StreamOutput.standardOutput.isTerminal, environment: environment)
    static let errorStyling = Styling(isTerminal: StreamOutput.standardError.isTerminal, environment: environment)
    static let messages = Messages(output: StreamOutput.standardError, styling: errorStyling)

    static func notice(_ text: String) { messages.notice(text) }
    static func warning(_ text: String, hint: String? = nil) { messages.warning(text, hint: hint) }
    static func error(_ failure: Failure) { messages.error(failure.description, hint: failure.remedy) }

    /// Prints an answer as it is.
    static func answer(_ text: String) throws {
        try StreamOutput.standardOutput.write(text)
        try StreamOutput.standardOutput.flush()
    }

    /// Prints XML and the like that was made elsewhere: a pipe or a file gets it as it is, and nothing in it drives a terminal.
    static func document(_ text: String) throws {
        try answer(SafeLines.shown(text, onTerminal: StreamOutput.standardOutput.isTerminal))
    }

    /// Prints values in the form that was asked for; `names` are what `--quiet` prints, one a line.
    static func answer<Value: Encodable>(
        _ value: Value, _ options: OutputOptions, names: @autoclosure () -> [String], table: () -> String
    ) throws {
        if options.quiet {
            try answer(names().map { HostileText.sanitised($0) + "\n" }.joined())
        } else {
            try answer(try options.format.render(value, table: table))
        }
    }

    /// The same for rows of a table, fitted to the terminal.
    static func answer<Row: Encodable>(
        _ rows: [Row], _ options: OutputOptions, name: (Row) -> String, columns: [Column], cells: (Row) -> [Cell]
    ) throws {
        try answer(rows, options, names: rows.map(name)) {
            var table = Table(columns: columns)
            for row in rows { table.append(cells(row)) }
            return table.render(width: StreamOutput.standardOutput.columns, styling: styling)
        }
    }

    /// Asks before something is destroyed. Without a terminal the answer must have been given with `--yes`.
    static func confirm(_ question: String, details: [String]) throws {
        let confirmation = Confirmation(input: StandardInput(), output: StreamOutput.standardError)
        let agreed: Bool
        do {
            agreed = try confirmation.ask(question, details: details)
        } catch {
            throw Failure(
                .usage, "Cannot ask '\(question)'", why: "there is no terminal", remedy: "Say --yes to go ahead.")
        }
        guard agreed else { throw Failure(.interrupted, "Nothing was changed") }
    }
}
