import ArgumentParser
import RoostCore
import TerminalOutput

struct BridgeCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a bridge of a network card, with the card's addresses; safe from far away.",
        discussion: """
            The way the host is managed: netplan, NetworkManager, systemd-networkd, ifupdown, or the network scripts of CentOS 7; \
            else by ip alone, which a restart forgets. Addresses, routes and name servers move from the card to the bridge. The \
            plan is shown first.

            The host itself makes the change, and takes all of it back by itself unless it is confirmed in time: Roost does that \
            only over a new connection, not by the one that stands. Ctrl-C takes it back at once.

              roost host bridge create br0 --nic eth0
              roost host bridge create br0 --nic eno1 server1
            """)

    @Argument(help: "What to call it, such as br0.")
    var bridge: String

    @Option(help: ArgumentHelp("The network card that becomes its first port.", valueName: "interface"))
    var nic: String

    @Flag(help: "Have bridges of the network agree on who passes packets on (where there are loops).")
    var stp = false

    @Option(
        help: ArgumentHelp("The host takes it back unless it is confirmed in so many seconds.", valueName: "seconds"))
    var timeout = TimeLimit(seconds: 60)

    @Flag(help: "Leave the confirmation to 'roost host bridge confirm'.")
    var manual = false

    @Flag(help: "Show what would be done, and do nothing.")
    var dryRun = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var consent: ConsentOptions
    @OptionGroup var place: BridgeHostOptions

    func run() async throws {
        let (host, name) = try await place.open(bridge)
        let request = try BridgeRequest(bridge: name, nic: nic, stp: stp, timeout: timeout.seconds)
        let making = try await host.makingBridge(request)
        let (plan, lines) = (making.plan, making.lines)
        if dryRun {
            return try Report.answer(plan, output, names: [plan.bridge]) {
                lines.map { HostileText.sanitised($0) + "\n" }.joined()
            }
        }
        for warning in plan.warnings { Report.warning(warning) }
        try consent.show(lines, asking: "Make \(plan.bridge) on \(host.name)?")
        try Task.checkCancellation()
        try await making.make(isManual: manual) {
            BridgeWords.tell($0, bridge: plan.bridge, host: host.name)
        }
        if !manual {
            Report.notice("\(plan.bridge) is there on \(host.name): roost create … --network bridge=\(plan.bridge)")
        }
    }
}
