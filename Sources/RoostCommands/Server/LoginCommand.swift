import ArgumentParser
import RoostClient
import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Log in to a Roost server, to work through it.",
        discussion: """
            Asks for your name and password there, and keeps a token in place of them, in a file that is yours alone; \
            roost logout takes it back. A server that has made its certificate itself is shown by its fingerprint, as ssh does: \
            compare it with what the server prints at its start. Then:

              roost --server https://HOST:9090 list
              export ROOST_SERVER=https://HOST:9090

            Without a terminal the password is the first line of standard input, and --user and --fingerprint are needed. \
            Scripts take a token in ROOST_TOKEN, or in the file that ROOST_TOKEN_FILE names, and ROOST_FINGERPRINT.
            """)

    @Argument(help: ArgumentHelp("Where it is: HOST, HOST:PORT or https://HOST:PORT.", valueName: "url"))
    var url: String

    @Option(help: ArgumentHelp("Your name there (default: asks; your own).", valueName: "name"))
    var user: String?

    @Option(
        help: ArgumentHelp(
            "What the login may do: viewer, operator or administrator (default: the most that needs no administration).",
            valueName: "role"))
    var role: String?

    @Option(help: ArgumentHelp("For how long it is good, from 1 to 365.", valueName: "days"))
    var days = 30

    @Option(help: ArgumentHelp("The SHA-256 that the server's own certificate must have.", valueName: "sha256"))
    var fingerprint: String?

    @Option(
        help: ArgumentHelp("The certificate of who has signed the server's.", valueName: "file"), completion: .file())
    var ca: String?

    func validate() throws {
        guard (1...365).contains(days) else { throw ValidationError("--days takes a number from 1 to 365.") }
        guard fingerprint == nil || ca == nil else {
            throw ValidationError("--fingerprint and --ca exclude each other.")
        }
        guard role.map({ ["viewer", "operator", "administrator"].contains($0) }) ?? true else {
            throw ValidationError("--role takes viewer, operator or administrator.")
        }
    }

    func run() async throws {
        let address = try ServerURL(url)
        let book = ServerAccess.system.book
        let before = try book.entry(address)
        let trust = try await trust(address, before?.trust)
        try Task.checkCancellation()
        let name = try user ?? ask("User name at \(address)", standard: Report.environment["USER"])
        let login = ServerLogin(
            user: name, password: Secret(try password(of: name, at: address)), role: role, days: days,
            name: "roost on \(ProcessInfo.processInfo.hostName)")
        try Task.checkCancellation()
        let entry = try await login.run(at: address, trust: trust)
        try await book.set(entry)
        if let before { await forget(before) }
        Report.notice(
            "Logged in to \(address) as \(entry.user), \(entry.role), until \(entry.expires.formatted(.iso8601.year().month().day()))"
        )
        if Report.environment["ROOST_SERVER"].map({ (try? ServerURL($0)) != address }) ?? true {
            Report.notice("To use it: roost --server \(address) list, or export ROOST_SERVER=\(address)")
        }
    }

    /// The token that the new one replaces is of no more use.
    private func forget(_ entry: ServerEntry) async {
        guard let server = try? ServerConnection(to: entry.address, trust: entry.trust, token: entry.token.revealed)
        else { return }
        // It ends by itself where this fails.
        try? await server.removeToken(entry.tokenID)
    }

    /// What the server's certificate is believed by: what was said here, else what was trusted before, else the
    /// authorities of this computer, else the person who compares the fingerprint.
    private func trust(_ address: ServerURL, _ before: ServerTrust?) async throws -> ServerTrust {
        guard address.isSecure else { return .system }
        if let ca { return .authority(try TextFile.read(ca, for: "Cannot read the authority's certificate")) }
        if let fingerprint { return try await ServerCertificate.trusted(address, by: fingerprint) }
        for trust in [before, .system] {
            guard let trust else { continue }
            if try await isBelieved(address, by: trust) { return trust }
        }
        let shown = try await ServerCertificate.shown(by: address)
        var details = [
            shown.isSelfMade
                ? "The server has made its certificate itself; the SHA-256 is:"
                : "This computer does not know who has signed its certificate (--ca FILE names an authority); the SHA-256 is:",
            shown.fingerprint,
        ]
        if case .pinned(let old) = before, let known = ServerCertificate.fingerprint(of: old) {
            details.append("WARNING: it was \(known) before. Somebody may stand in between.")
        }
        details.append("Compare it with what the server prints at its start.")
        do throws(Failure) {
            try confirm("Trust this certificate?", details)
        } catch {
            throw error.kind != .usage
                ? error
                : Failure(
                    .usage, "Nobody can be asked whether the certificate of \(address) is right",
                    why: "there is no terminal", remedy: "Say --fingerprint SHA256, as the server prints it.")
        }
        return .pinned(shown.text)
    }

    private func confirm(_ question: String, _ details: [String]) throws(Failure) {
        do {
            try Report.confirm(question, details: details)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.general, question, why: "\(error)")
        }
    }

    private func isBelieved(_ address: ServerURL, by trust: ServerTrust) async throws(Failure) -> Bool {
        let server = try ServerConnection(to: address, trust: trust)
        let result = await server.isBelieved()
        await server.close()
        return try result.get()
    }

    // MARK: Questions

    private func ask(_ question: String, standard: String?) throws -> String {
        guard StandardInput().isTerminal else {
            throw Failure(
                .usage, "Nobody can be asked for a name", why: "there is no terminal", remedy: "Say --user NAME.")
        }
        try Report.messages.prompt("\(question)\(standard.map { " [\($0)]" } ?? ""): ")
        guard let line = StandardInput().readLine() else {
            throw Failure(.interrupted, "Nothing was changed")
        }
        let typed = line.filter { !$0.isWhitespace }
        guard let name = typed.isEmpty ? standard : typed, !name.isEmpty else {
            throw Failure(.usage, "A login needs a name")
        }
        return name
    }

    private func password(of user: String, at address: ServerURL) throws -> String {
        let line = try StandardInput().readSecretLine {
            try Report.messages.prompt("Password of \(user) at \(address): ")
        }
        guard let line, !line.isEmpty else {
            throw Failure(.interrupted, "No password was given; nothing was changed")
        }
        return line
    }
}
