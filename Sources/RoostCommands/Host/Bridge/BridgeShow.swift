import ArgumentParser
import RoostCore
import TerminalOutput

struct BridgeShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a bridge: ports, addresses, and the machines on it.")

    @Argument(help: "The bridge.")
    var bridge: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var place: BridgeHostOptions

    func run() async throws {
        let (host, name) = try await place.open(bridge)
        let found = try await host.bridge(name)
        try Report.answer(found, output, names: [found.name]) {
            var view = KeyValueView()
            view.add("Name", found.name)
            view.add("Host", found.host)
            view.add("State", found.isUp ? "up" : "down")
            if found.awaitsConfirmation { view.add("Confirmed", "not yet: roost host bridge confirm \(found.name)") }
            view.add("Belongs to", found.network.map { "network \($0)" } ?? "the host")
            view.add("Made by", found.madeByRoost ? "Roost" : nil)
            view.add("Address", found.mac)
            view.add("MTU", "\(found.mtu)")
            view.add("STP", .yesNo(found.stp))
            view.add("Ports", found.ports.map { Cell($0) })
            view.add("Addresses", found.addresses.map { Cell($0) })
            view.add("Guests", "\(found.guests) plugged in")
            view.add("Machines", found.machines.map { Cell("\($0.machine)\($0.active ? "" : " (off)")") })
            return view.render(styling: Report.styling)
        }
    }
}
