import ArgumentParser
import RoostCore
import TerminalOutput

struct MachineConsole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "Join a machine's serial console.",
        discussion: """
            Ctrl-] leaves, and the machine goes on. The console stays when the guest reboots, and comes back when the \
            machine is stopped and started again. Every other key goes to the guest, Ctrl-C too.

            Without a terminal on standard input it works as a pipe: what comes in is sent to the guest, what the guest \
            prints is printed, and once the input has ended and the guest has been silent for a while, it leaves:

              echo uptime | roost console web1

            --log prints what the first serial port has said since the machine was made: boot messages, also of boots that \
            failed, and whether the machine runs or not. Libvirt keeps the last 2 MiB, and three files of that size before.
            """)

    @Argument(help: ArgumentHelp("Name or UUID.", valueName: "machine"), completion: .machines)
    var machine: String

    @Flag(help: "Take the console over from whom has it open.")
    var force = false

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Keys that leave, such as '^]' or '^a.'; a caret stands for Ctrl.", valueName: "keys"))
    var escape: EscapeKeys = .standard

    @Option(help: ArgumentHelp("Alias of another serial port or console, such as serial1."))
    var device: String?

    @Option(
        help: ArgumentHelp(
            "As a pipe: leave when the input has ended and the guest was silent for so long.", valueName: "seconds"))
    var idle: Double = 2

    @Flag(help: "Print what the serial port has said since the machine was made, and join nothing.")
    var log = false

    @Flag(help: "With --log: go on with what comes.")
    var follow = false

    @OptionGroup var hosts: FleetOptions

    func validate() throws {
        guard log || !follow else { throw ValidationError("--follow belongs to --log.") }
        guard !log || !force && device == nil else {
            throw ValidationError("--log takes neither --force nor --device.")
        }
        guard idle >= 0, idle <= 86_400 else { throw ValidationError("--idle takes seconds, from 0 to 86400.") }
    }

    func run() async throws {
        let machine = try await hosts.site().machine(machine)
        if log { return try await printLog(of: machine) }
        let session = try await machine.openConsole(device: device)
        if StandardInput().isTerminal {
            try await ConsoleTerminal(session: session, escape: escape).run(force: force)
        } else {
            try await ConsolePipe(session: session, idle: .seconds(idle)).run(force: force)
        }
    }

    private func printLog(of machine: any SiteMachine) async throws {
        do {
            try await SerialLogPrint(log: try await machine.printedLog()).run(follow: follow)
        } catch is CancellationError where follow {
            // Ctrl-C is how following ends.
        }
    }
}
