import ArgumentParser
import RoostCore

struct HostDisconnect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disconnect", abstract: "End the logins to hosts, and whatever goes through them.")

    @Argument(help: "Names or addresses.", completion: .hosts)
    var names: [String] = []

    @OptionGroup var hosts: FleetOptions

    func validate() throws {
        if names.isEmpty, hosts.host.isEmpty, !hosts.allHosts {
            throw ValidationError("Name hosts, or say --all-hosts.")
        }
    }

    func run() async throws {
        let answers = try await Fleet(hosts: names + hosts.host, all: hosts.allHosts).logOut()
        for (name, wasConnected) in answers.values {
            switch wasConnected {
            case true?: Report.notice("Disconnected from \(name)")
            case false?: Report.notice("There was no login to \(name)")
            case nil: Report.notice("\(name) is not reached by ssh, so it has no login")
            }
        }
        try answers.check()
    }
}
