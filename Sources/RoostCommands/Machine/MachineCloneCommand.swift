import ArgumentParser
import RoostCore
import TerminalOutput

struct MachineCloneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clone", abstract: "Make another machine like one that is off.",
        discussion: """
            The clone gets a name, a UUID, network addresses and disks of its own; CD-ROMs and disks marked as shared are \
            used by both. An overlay takes no time and no space, but its source becomes a template, which can be cloned and \
            no longer be started. A clone that fails takes back what it made.
            """)

    @Argument(help: "The machine, which must be off.", completion: .machines)
    var machine: String

    @Argument(help: "The clone's name.")
    var newName: String

    @Option(
        help: ArgumentHelp(
            "How its disks are made: \(CloneCopy.allCases.map(\.rawValue).joined(separator: ", ")).",
            discussion:
                "auto: an overlay of a template; else blocks are shared where the host can (raw files on xfs and btrfs), else everything is copied."
        ))
    var copy = CloneCopy.auto

    @Flag(help: "Start the clone.")
    var start = false

    @Flag(help: "Show what would be made, and make nothing.")
    var dryRun = false

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let machine = try await hosts.site().machine(machine)
        let plan = try await machine.cloning(as: newName, copy: copy)
        if dryRun { return try show(plan.shown, machine) }
        if plan.shown.makesTemplate {
            let details =
                ["It can be cloned then, and no longer be started: the clones stand on its disks."]
                + plan.shown.disks.filter { $0.way == .overlay }.map { "  \($0.source) (disk \($0.target))" }
            try consent.ask("Make \(machine.label) a template?", details: details)
            try Task.checkCancellation()
        }
        let cloning = plan.make(start: start)
        let cloned = try await output.quiet ? cloning.value : Report.following(cloning)
        for notice in cloned.notices { Report.notice(notice) }
        guard !output.quiet, output.format == .table else {
            return try Report.answer(cloned, output, names: [cloned.name]) { "" }
        }
        Report.notice(
            "Cloned \(machine.label) to \(Self.label(cloned.name, beside: machine))\(Self.ways(cloned.disks))")
    }

    private func show(_ clone: MachineClone, _ source: any SiteMachine) throws {
        for notice in clone.notices { Report.notice(notice) }
        try Report.answer(clone, output, names: [clone.name]) {
            var view = KeyValueView()
            view.add("clone", Cell("\(Self.label(clone.name, beside: source)) of \(clone.source)"))
            for disk in clone.disks { view.add(disk.target, Cell(Self.plan(of: disk))) }
            if clone.makesTemplate { view.add("template", Cell("\(clone.source) becomes one, and no longer starts")) }
            return view.render(styling: Report.styling)
        }
    }

    /// What to call another machine of the same host.
    private static func label(_ name: String, beside machine: any SiteMachine) -> String {
        machine.isOfOneOfSeveral ? "\(machine.hostName)/\(name)" : name
    }

    private static func plan(of disk: MachineClone.Disk) -> String {
        switch disk.way {
        case .overlay: "\(disk.path), an overlay of \(disk.source)"
        case .reflink: "\(disk.path), sharing blocks with \(disk.source) where the host can"
        case .full: "\(disk.path), a copy of \(disk.source) (\(ByteCount(disk.size).formatted))"
        case .shared: "\(disk.path), used by both"
        }
    }

    /// ": vda overlay, vdb full copy".
    private static func ways(_ disks: [MachineClone.Disk]) -> String {
        let words = disks.filter { $0.way != .shared }.map { disk in
            switch disk.way {
            case .overlay: "\(disk.target) stands on the template"
            case .reflink: "\(disk.target) shares its blocks"
            default: "\(disk.target) copied (\(ByteCount(disk.size).formatted))"
            }
        }
        return words.isEmpty ? "" : ": \(words.joined(separator: ", "))"
    }
}
