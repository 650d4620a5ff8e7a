import ArgumentParser
import RoostCore
import TerminalOutput

struct MachineWait: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Wait until machines run, are off, or can be reached.",
        discussion: """
            For address, ssh and ready it prints the addresses, with --quiet the first one of each machine. Ctrl-C stops the waiting only. When the time is up before all \
            machines are ready, the exit code is \(FailureKind.timeout.exitCode).
            """)

    @OptionGroup var machines: MachineArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "What to wait for: \(MachineCondition.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "condition"))
    var condition: MachineCondition

    @Option(help: ArgumentHelp("How long to wait; 0 is for ever.", valueName: "seconds"))
    var timeout = TimeLimit(seconds: 300)

    func run() async throws {
        let (condition, limit) = (condition, timeout.duration)
        let ready = try await hosts.site().mapMachines(machines.machines) { machine in
            let addresses = try await wait(for: condition, machine, limit)
            return MachineReady(
                host: machine.isOfOneOfSeveral ? machine.hostName : nil, name: machine.name,
                addresses: condition.isAboutAddresses ? addresses : nil)
        }
        // Those that are ready are printed, even when others are not.
        try print(ready.values)
        try ready.check()
    }

    private func wait(
        for condition: MachineCondition, _ machine: any SiteMachine, _ limit: Duration?
    ) async throws -> [MachineAddress] {
        let notify: @Sendable (ReconnectNotice) -> Void = { Report.reconnect($0, waitingFor: machine.label) }
        guard condition == .ready else {
            return try await machine.wait(for: condition, timeout: limit, notify: notify)
        }
        return try await machine.waitUntilReady(
            timeout: limit, tell: { Report.firstBoot($0, of: machine.label) }, notify: notify)
    }

    private func print(_ ready: [MachineReady]) throws {
        if ready.isEmpty, output.format == .table { return }
        if !condition.isAboutAddresses, output.format == .table, !output.quiet {
            for machine in ready { Report.notice("\(machine.label) \(condition.reached)") }
            return
        }
        let names = condition.isAboutAddresses ? ready.compactMap(\.addresses?.first?.address) : ready.map(\.label)
        try Report.answer(ready, output, names: names) {
            var table = Table(columns: [Column("name", minimum: 12, priority: 1), Column("addresses")])
            for machine in ready {
                table.append([
                    Cell(machine.label), Cell((machine.addresses ?? []).map(\.address).joined(separator: ", ")),
                ])
            }
            return table.render(width: StreamOutput.standardOutput.columns, styling: Report.styling)
        }
    }
}

extension MachineCondition {
    fileprivate var isAboutAddresses: Bool { self == .address || self == .ssh || self == .ready }

    /// After the machine's name: what has come true.
    fileprivate var reached: String {
        switch self {
        case .running: "is running"
        case .address: "has an address"
        case .agent: "has a guest agent that answers"
        case .ssh: "answers SSH"
        case .ready: "is ready"
        case .shutdown: "is off"
        }
    }
}
