import ArgumentParser
import RoostClient
import RoostCore

struct LogoutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout", abstract: "Log out of a Roost server.",
        discussion: "The token is taken back at the server, and forgotten here.")

    @Argument(help: ArgumentHelp("Where it is, as roost login was told.", valueName: "url"))
    var url: String

    @Flag(help: "Forget it here also when the server cannot be told.")
    var force = false

    func run() async throws {
        let address = try ServerURL(url)
        let book = ServerAccess.system.book
        guard let entry = try book.entry(address) else {
            throw Failure(.notFound, "You are not logged in to \(address)")
        }
        let server = try ServerConnection(to: address, trust: entry.trust, token: entry.token.revealed)
        do throws(Failure) {
            try await server.removeToken(entry.tokenID)
        } catch {
            // One that the server does not know any more needs not be taken back.
            let isOver =
                error.kind == .notFound || error.kind == .permission && error.remedy?.hasPrefix("Log in:") == true
            guard force || isOver else {
                throw Failure(
                    error.kind, "Cannot log out of \(address)", why: "\(error)",
                    remedy: "--force forgets the login here; the token then stays good until it ends.")
            }
        }
        try await book.remove(address)
        Report.notice("Logged out of \(address)")
    }
}
