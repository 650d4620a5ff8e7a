import ArgumentParser
import RoostCore

struct NetworkAutostart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "autostart", abstract: "Start networks together with the host.")

    @Argument(help: "Names, UUIDs or patterns.", completion: .networks)
    var networks: [String]

    @Flag(help: "No longer start them with the host.")
    var disable = false

    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        try await Report.each(try await hosts.site().networks(networks).complete()) { network in
            try await network.setAutostart(!disable)
            Report.notice("Network \(network.label) \(disable ? "no longer starts" : "starts") with the host")
        }
    }
}
