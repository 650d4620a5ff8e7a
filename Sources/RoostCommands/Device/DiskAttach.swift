import ArgumentParser
import RoostCore

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

    @OptionGroup var options: AttachOptions

    func run() async throws {
        if OptionHelp.isRequest(disk) { return try Report.answer(DiskOption.table.help.text + "\n") }
        try await options.attach(.disk(.here(disk)), to: machine)
    }
}
