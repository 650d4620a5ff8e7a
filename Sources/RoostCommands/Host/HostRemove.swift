import ArgumentParser
import RoostCore

struct HostRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Forget hosts; nothing on them changes.", aliases: ["rm"])

    @Argument(help: "Their names.", completion: .hosts)
    var names: [String]

    func run() async throws {
        let hosts = HostLocator.system.hosts
        try await Report.each(names) { name in
            let entry = try hosts.entry(name)
            tell(try await hosts.remove(name), hosts)
            Report.notice("Removed host '\(name)'")
            // Under no name it could not be ended any more.
            if let login = try HostLogin(to: entry.uri, name: name) { try await login.disconnect() }
        }
    }
}
