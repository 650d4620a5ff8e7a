import ArgumentParser
import RoostCore

struct NetworkStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "start", abstract: "Start networks.")

    @Argument(help: "Names, UUIDs or patterns.", completion: .networks)
    var networks: [String]

    @OptionGroup var host: HostOptions

    func run() async throws {
        try await Report.each(try await host.connect().networks(networks)) { network in
            try await network.start()
            Report.notice("Started network \(network.name)")
        }
    }
}
