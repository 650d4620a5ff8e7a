import ArgumentParser
import RoostCore
import TerminalOutput

struct MachineForward: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forward", abstract: "Have a guest's ports on this computer, wherever its host is.",
        discussion: """
            Listens here and passes each connection on to the guest, until Ctrl-C. A guest of a remote host is reached \
            through Roost's login there. The ports are printed, one a line, with --quiet as ADDRESS:PORT alone.

              roost forward web1 8080:80              http://127.0.0.1:8080 is the guest's web server
              roost forward db1 5432 0:22             the same port; a free one for SSH
              roost forward web1 0.0.0.0:8080:80      for other computers too

            It ends with the command. A port of the host itself that leads to the guest for good: roost net forward.
            """)

    @Argument(help: ArgumentHelp("Name or UUID.", valueName: "machine"), completion: .machines)
    var machine: String

    @Argument(
        help: ArgumentHelp(
            "The port here and the guest's; one number for both; 0 here for a free one.",
            valueName: "[bind:]local:remote"))
    var ports: [String]

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let requests = try ports.map { text throws(Failure) in try GuestForward(text) }
        for request in requests where request.isOpenToOthers {
            Report.warning(
                "Other computers that reach \(request.bind) can connect to port \(request.remote) of \(machine)")
        }
        let machine = try await hosts.fleet.one(machine, of: Machine.self)
        do {
            try await machine.forwarding(requests, refused: Report.error) { [output] open in
                try Report.answer(open, output, names: open.map(Self.place)) {
                    open.map { "\(Self.place($0)) -> \(Self.guest($0))\n" }.joined()
                }
                Report.notice("Forwarding to \(machine.label); Ctrl-C ends it")
                while true { try await Task.sleep(for: .seconds(3600)) }
            }
        } catch is CancellationError {
            // Ctrl-C: the ordinary end of forwarding.
        }
    }

    private static func place(_ open: OpenForward) -> String { place(open.bind, open.port) }

    private static func guest(_ open: OpenForward) -> String {
        "\(place(HostileText.sanitised(open.machine), open.remotePort)) (\(open.address))"
    }

    private static func place(_ address: String, _ port: Int) -> String {
        "\(address.contains(":") ? "[\(address)]" : address):\(port)"
    }
}
