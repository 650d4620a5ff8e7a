import ArgumentParser
import RoostCore

struct NICAttach: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Give a machine a network interface.",
        discussion: """
            Takes what create --network takes, as it is written there; 'roost nic attach MACHINE help' lists it.

              roost nic attach web1
              roost nic attach web1 bridge=br0,model=virtio
              roost nic attach web1 network=lan,mac=52:54:00:12:34:56
            """)

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @Argument(help: ArgumentHelp("The interface, as after create --network.", valueName: "interface"))
    var interface = "default"

    @OptionGroup var options: AttachOptions

    func run() async throws {
        if OptionHelp.isRequest(interface) { return try Report.answer(NetworkOption.table.help.text + "\n") }
        try await options.attach(.interface(.here(interface)), to: machine)
    }
}
