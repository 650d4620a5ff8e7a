import ArgumentParser
import RoostCore

struct HostRename: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rename", abstract: "Give a host another name.")

    @Argument(help: "The host.", completion: .hosts)
    var name: String

    @Argument(help: "Its new name.")
    var newName: String

    func run() async throws {
        let hosts = HostLocator.system.hosts
        tell(try await hosts.rename(name, to: newName), hosts)
        Report.notice("Renamed host '\(name)' to '\(newName)'")
    }
}
