import ArgumentParser
import RoostCore

struct DiskSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change a disk: its bus, cache, limits, serial number and the like.",
        discussion: """
            Takes what create --disk takes, except for what makes it another disk.

              roost disk set web1 vda cache=none,discard=unmap
              roost disk set web1 vda iotune.total_bytes_sec=50000000
              roost disk set web1 vdb bus=scsi,serial=data1

            Limits are there at once, and 0 takes one away; the rest comes at the next start.
            """)

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @Argument(help: "The disk: its target, such as vda, or its file.")
    var disk: String

    @Argument(help: ArgumentHelp("What is to become different, as after create --disk.", valueName: "changes"))
    var changes: String

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        if OptionHelp.isRequest(changes) { return try Report.answer(DiskOption.table.help.text + "\n") }
        let machine = try await hosts.site().machine(machine)
        try await machine.changeDisk(disk, to: .here(changes), scope: scope.scope).tell(output)
    }
}
