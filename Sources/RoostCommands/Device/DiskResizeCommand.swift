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
        let more = size.hasPrefix("+")
        let bytes = try StorageSize.bytes(more ? String(size.dropFirst()) : size, option: "SIZE")
        let machine = try await hosts.fleet.one(machine, of: Machine.self)
        let plan = try await machine.planResize(disk, shrink: shrink) { (now) throws(Failure) in
            guard more else { return bytes }
            let (sum, overflow) = now.addingReportingOverflow(bytes)
            guard !overflow else { throw Failure(.usage, "SIZE: that is more than any disk has") }
            return sum
        }
        if plan.shrinks {
            try consent.ask(
                "Shrink \(plan.target) of \(machine.label)?",
                details: ["everything behind the first \(ByteCount(plan.size).formatted) of \(plan.path)"])
        }
        try await machine.resize(plan).tell(output)
    }
}
