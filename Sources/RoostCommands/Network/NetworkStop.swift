import ArgumentParser
import RoostCore

struct NetworkStop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop networks; says first which running machines lose their link.")

    @Argument(help: "Names, UUIDs or patterns.", completion: .networks)
    var networks: [String]

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let found = try await hosts.site().networks(networks).complete()
        if !consent.yes {
            var details: [String] = []
            for network in found {
                let users = try await network.connections().filter(\.active).map(\.machine)
                details.append(
                    users.isEmpty
                        ? "\(network.label): no running machine uses it"
                        : "\(network.label): \(Set(users).sorted().joined(separator: ", ")) will lose the link")
            }
            try consent.ask(found.count == 1 ? "Stop this network?" : "Stop these networks?", details: details)
        }
        try await Report.each(found) { network in
            try await network.stop()
            Report.notice("Stopped network \(network.label)")
        }
    }
}
