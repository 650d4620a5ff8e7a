import ArgumentParser
import RoostCore

struct MachineSave: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Write machines' memory to disk and stop them.",
        discussion: """
            The next start, or roost restore, goes on where they were. Ctrl-C lets a machine run on with nothing saved.
            """)

    @OptionGroup var machines: MachineArguments
    @OptionGroup var hosts: FleetOptions

    @Option(
        help: ArgumentHelp(
            "Write the memory of one machine to this new file on the host, instead of leaving it to libvirt.",
            valueName: "path"),
        completion: .file())
    var file: String?

    func run() async throws {
        let site = try await hosts.site()
        if let file {
            guard machines.machines.count == 1 else {
                throw Failure(.usage, "--file takes one machine", why: "\(machines.machines.count) are named")
            }
            let machine = try await site.machine(machines.machines[0])
            try await Report.following(machine.save(to: file))
            Report.notice("Saved \(machine.label) to \(file); to go on: roost restore --file \(ShellWord.quoted(file))")
            return
        }
        let showsProgress = machines.machines.count == 1
        try await site.forEachMachine(machines.machines) { machine in
            let saving = machine.save(to: nil)
            // Several bars would draw over each other.
            try await showsProgress ? Report.following(saving) : saving.value
            Report.notice("Saved \(machine.label)")
        }
    }
}
