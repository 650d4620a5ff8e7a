import ArgumentParser
import RoostCore
import TerminalOutput

struct DiskResizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resize", abstract: "Change the size of a disk; a running guest sees it at once.",
        discussion: "The guest's partitions and file systems stay as they are until the guest grows them.")

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @Argument(help: "The disk: its target, such as vda, or its file.")
    var disk: String

    @Argument(help: "The new size, such as 40G, or +10G for so much more; a bare number counts GiB.")
    var size: String

    @Flag(help: "Allow it to become smaller, which cuts its end off. The machine must be off.")
    var shrink = false

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let wish = try DiskSizeWish(parsing: size, mayShrink: shrink)
        let machine = try await hosts.site().machine(machine)
        let plan = try await machine.resizing(disk, to: wish)
        if plan.shrinks {
            try consent.ask(
                "Shrink \(plan.target) of \(machine.label)?",
                details: ["everything behind the first \(ByteCount(plan.size).formatted) of \(plan.path)"])
        }
        try await plan.resize().tell(output)
    }
}
