import ArgumentParser
import RoostClient
import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct WhoamiCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Show whom a Roost server takes you for, or where you are logged in.")

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        if let connection = try await server.connection() {
            let who = try await connection.whoami()
            return try Report.answer(who, output, names: [who.user]) {
                var view = KeyValueView()
                view.add("Server", who.server)
                view.add("User", who.user)
                view.add("Role", who.role)
                view.add("Host", who.host)
                view.add("Until", who.expires.map { $0.formatted(.iso8601) })
                return view.render(styling: Report.styling)
            }
        }
        let known = try ServerAccess.system.book.entries().map { entry in
            ServerWhoami(
                server: entry.address.description, user: entry.user, role: entry.role, expires: entry.expires)
        }
        if known.isEmpty, output.format == .table, !output.quiet {
            return Report.notice("You are logged in to no server. roost login URL does that.")
        }
        try Report.answer(
            known, output, name: \.server,
            columns: [
                Column("server", minimum: 16, priority: 3), Column("user", priority: 2), Column("role", priority: 2),
                Column("until", priority: 1),
            ]
        ) { row in
            [
                Cell(row.server), Cell(row.user), Cell(row.role),
                Cell(row.expires.map { $0 > Date() ? $0.formatted(.iso8601.year().month().day()) : "over" } ?? ""),
            ]
        }
    }
}
