import ArgumentParser
import RoostCore
import TerminalOutput

struct DiskDetach: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detach", abstract: "Take disks or drives away from a machine.",
        discussion: """
            The guest has to let go of a disk: unmount it there first. Its image stays, unless --delete is given and \
            nothing else needs it.
            """)

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @Argument(help: "Targets, such as vdb, or files.")
    var disks: [String]

    @Flag(help: "Delete the images too.")
    var delete = false

    @Option(help: ArgumentHelp("How long the guest may take to let go.", valueName: "seconds"))
    var timeout = TimeLimit(seconds: Int(Machine.detachLimit.components.seconds))

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var consent: ConsentOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let machine = try await hosts.site().machine(machine)
        var plans: [any SiteDetachment] = []
        for disk in disks {
            plans.append(
                try await machine.detachment(ofDisk: disk, scope: scope.scope, deletingVolume: delete))
        }
        let images = plans.compactMap(\.volume).filter { !$0.isGone }
        if !images.isEmpty {
            let details = images.map { image in
                "\(image.path ?? "") (\(image.what)\(image.size.map { ", \(ByteCount($0).formatted)" } ?? ""))"
            }
            try consent.ask(
                images.count == 1
                    ? "Detach it from \(machine.label) and delete this image?"
                    : "Detach them from \(machine.label) and delete these images?", details: details)
        }
        let (output, limit) = (output, timeout.duration ?? Machine.detachLimit)
        try await Report.each(plans) { plan in try await plan.detach(within: limit).tell(output) }
    }
}
