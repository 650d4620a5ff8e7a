import ArgumentParser
import RoostCore

struct HostDisconnect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disconnect", abstract: "End the logins to hosts, and whatever goes through them.")

    @OptionGroup var hosts: HostArguments

    func run() async throws {
        let answers = try await hosts.fleet.logOut()
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
