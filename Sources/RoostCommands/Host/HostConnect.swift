import ArgumentParser
import RoostCore

struct HostConnect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connect", abstract: "Log in to hosts; later commands use the login.",
        discussion: """
            ssh asks here what it has to ask, one host after the other. The login ends ten minutes after its last use, or \
            with roost host disconnect.
            """)

    @OptionGroup var hosts: HostArguments

    func run() async throws {
        let answers = try await hosts.fleet.ask { host throws(Failure) in
            host.name
        }
        for (_, name) in answers.values { Report.notice("Connected to \(name)") }
        try answers.check()
    }
}
