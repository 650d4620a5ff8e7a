import ArgumentParser
import RoostCore

struct MachineResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let suspended machines go on.")

    @OptionGroup var machines: MachineArguments
    @OptionGroup var host: HostOptions

    func run() async throws {
        try await host.connect().forEachMachine(machines.machines) { machine in
            try await machine.resume()
            Report.notice("Resumed \(machine.name)")
        }
    }
}
