import ArgumentParser
import RoostCore

struct NetworkStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "start", abstract: "Start networks.")

    @Argument(help: "Names, UUIDs or patterns.", completion: .networks)
    var networks: [String]

    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        try await Report.each(try await hosts.site().networks(networks).complete()) { network in
            try await network.start()
            Report.notice("Started network \(network.label)")
        }
    }
}
