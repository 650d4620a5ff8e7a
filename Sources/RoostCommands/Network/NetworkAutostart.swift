import ArgumentParser
import RoostCore

struct NetworkAutostart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "autostart", abstract: "Start networks together with the host.")

    @Argument(help: "Names, UUIDs or patterns.", completion: .networks)
    var networks: [String]

    @Flag(help: "No longer start them with the host.")
    var disable = false

    @OptionGroup var host: HostOptions

    func run() async throws {
        try await Report.each(try await host.connect().networks(networks)) { network in
            try await network.setAutostart(!disable)
            Report.notice("Network \(network.name) \(disable ? "no longer starts" : "starts") with the host")
        }
    }
}
