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
            guard let login = try HostLogin(to: entry.uri, name: name) else { return }
            // Under no name it could not be ended any more; but another name may lead to the same login.
            let isShared = try hosts.entries().contains { other throws(Failure) in
                try HostLogin(to: other.uri)?.isSame(as: login) == true
            }
            if !isShared { try await login.disconnect() }
        }
    }
}
