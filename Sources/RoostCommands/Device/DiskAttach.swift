import ArgumentParser
import RoostCore
import TerminalOutput

struct DiskAttach: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Give a machine a disk or a drive.",
        discussion: """
            Takes what create --disk takes, as it is written there; 'roost disk attach MACHINE help' lists it.

              roost disk attach web1 size=20
              roost disk attach web1 /srv/data.qcow2,serial=data1
              roost disk attach web1 vol=default/data.qcow2,bus=scsi,cache=none
              roost disk attach web1 device=cdrom

            A disk that is made and cannot be attached is removed again.
            """)

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @Argument(help: ArgumentHelp("The disk, as after create --disk.", valueName: "disk"))
    var disk: String

    @OptionGroup var scope: ScopeOptions

    @Flag(help: "Print the device's XML and attach nothing.")
    var dryRun = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        if OptionHelp.isRequest(disk) { return try Report.answer(DiskOption.table.help.text + "\n") }
        let machine = try await hosts.fleet.one(machine, of: Machine.self)
        let device = try NewDevice.disk(parsing: disk, in: .here(for: machine.host))
        try await machine.attaching(device, scope.scope, dryRun: dryRun, output)
    }
}

extension Machine {
    /// Prepares a device and attaches it, and says what came of it.
    func attaching(
        _ device: NewDevice, _ scope: MachineChange.Scope, dryRun: Bool, _ output: OutputOptions
    ) async throws {
        let prepared = try await prepare(device, scope: scope)
        for notice in prepared.notices { Report.notice(notice) }
        if dryRun { return try Report.answer(prepared.xml) }
        try await Report.following(attach(prepared)).tell(output)
    }
}
