import ArgumentParser
import RoostCore

struct BridgeDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Take a bridge away that Roost has made: the host is as it was before.",
        discussion:
            "The host takes it back by itself unless a new connection confirms it in time, as when a bridge is made.",
        aliases: ["rm"])

    @Argument(help: "The bridge.")
    var bridge: String

    @Flag(help: "Also where guests are plugged in, which lose their link.")
    var force = false

    @Option(
        help: ArgumentHelp("The host takes it back unless it is confirmed in so many seconds.", valueName: "seconds"))
    var timeout = TimeLimit(seconds: 60)

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var place: BridgeHostOptions

    func validate() throws {
        guard (15...600).contains(timeout.seconds) else { throw ValidationError("--timeout takes 15 to 600 seconds.") }
    }

    func run() async throws {
        let (host, name) = try await place.open(bridge)
        let plan = try await host.deletingBridge(name, force: force)
        let machines = Set(plan.shown.machines.map(\.machine)).sorted()
        let lines =
            ["\(name) of \(host.name); its addresses go back to where they were"]
            + (machines.isEmpty
                ? [] : ["  lose their link, or will not start without it: \(machines.joined(separator: ", "))"])
        try consent.show(lines, asking: "Delete \(name) of \(host.name)?")
        try Task.checkCancellation()
        try await plan.delete(within: timeout.seconds) {
            BridgeWords.tell($0, bridge: name, host: host.name)
        }
        Report.notice("Deleted \(name) of \(host.name)")
    }
}
