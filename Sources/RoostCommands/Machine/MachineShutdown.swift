import ArgumentParser
import RoostCore

struct MachineShutdown: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shutdown", abstract: "Ask guests to shut down, and wait until they have.",
        discussion: """
            When a guest has not reacted in time, that is said, and the exit code is \(FailureKind.timeout.exitCode). Ctrl-C \
            stops the waiting; the guest has been asked all the same.
            """)

    @OptionGroup var machines: MachineArguments
    @OptionGroup var hosts: FleetOptions

    @Option(help: ArgumentHelp("How long to wait; 0 asks and does not wait.", valueName: "seconds"))
    var timeout = TimeLimit(seconds: 60)

    @Flag(help: "Pull the plug of guests that have not reacted in time.")
    var force = false

    @Option(help: "Through what the guest is asked: auto (its agent where one answers, else ACPI), agent, acpi.")
    var mode: PowerSignal = .automatic

    func validate() throws {
        if force, timeout.duration == nil {
            throw ValidationError("--force needs a --timeout to wait first; roost destroy pulls the plug at once.")
        }
    }

    func run() async throws {
        let (mode, limit, force) = (mode, timeout.duration, force)
        try await hosts.site().forEachMachine(machines.machines) { machine in
            switch try await machine.shutdown(by: mode, waiting: limit, force: force) {
            case .asked: Report.notice("Asked \(machine.label) to shut down")
            case .off: Report.notice("\(machine.label) is off")
            case .forced: Report.warning("\(machine.label) did not react, so its plug was pulled")
            }
        }
    }
}
