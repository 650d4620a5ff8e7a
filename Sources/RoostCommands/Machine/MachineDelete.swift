import ArgumentParser
import RoostCore
import TerminalOutput

struct MachineDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete machines and their disks.",
        discussion: """
            Shows every file that goes and every file that stays, and asks. A file stays when another machine uses it, \
            when an image stands on it, and when it is a CD-ROM, read-only, or a device that no running pool holds.
            """,
        aliases: ["rm"])

    @OptionGroup var machines: MachineArguments

    @Flag(help: "Keep all disks, the firmware's variables and the TPM's state.")
    var keepDisks = false

    @Flag(help: "End a machine that runs, as pulling its plug does.")
    var force = false

    @Flag(name: [.short, .long], help: "Do not ask.")
    var yes = false

    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let deletion = try await hosts.site().deletion(of: machines.machines, keepDisks: keepDisks, force: force)
        let (plans, refused) = (deletion.plans, deletion.refused)
        let attempted = plans.count + refused.count
        guard !plans.isEmpty else { throw PartialFailure(failures: refused, attempted: attempted) }
        // Who agrees should know what will not be done.
        let details = plans.flatMap(Self.lines) + refused.map(\.description)
        if yes {
            for line in details { Report.notice(line) }
        } else {
            try Report.confirm(Self.question(plans), details: details)
        }
        try Task.checkCancellation()
        let failures = await deletion.carryOut { plan, files in
            Report.notice("Deleted \(plan.machine)\(Self.count(files.count))")
        }
        guard failures.isEmpty, refused.isEmpty else {
            throw PartialFailure(failures: refused + failures, attempted: attempted)
        }
    }

    static func question(_ plans: [MachineDeletion]) -> String {
        plans.count == 1 ? "Delete \(plans[0].machine)?" : "Delete these \(plans.count) machines?"
    }

    /// What goes and what stays of one machine, a line each.
    static func lines(_ plan: MachineDeletion) -> [String] {
        var lines = ["\(plan.machine)\(plan.isActive ? ", which runs and loses what it has not written" : ""):"]
        for item in plan.going {
            let size = item.size.map { ", \(ByteCount($0).formatted)" } ?? ""
            lines.append("  goes:  \(item.path.map { "\($0) (\(item.what)\(size))" } ?? item.what)")
        }
        for port in plan.ports { lines.append("  goes:  port \(port.place) of the host, which leads to it") }
        if plan.snapshots > 0 {
            lines.append("  goes:  \(plan.snapshots) \(plan.snapshots == 1 ? "snapshot" : "snapshots")")
        }
        if plan.checkpoints > 0 {
            lines.append("  goes:  \(plan.checkpoints) \(plan.checkpoints == 1 ? "checkpoint" : "checkpoints")")
        }
        for item in plan.kept {
            lines.append("  stays: \(item.path.map { "\($0) (\(item.what))" } ?? item.what): \(item.whyKept ?? "")")
        }
        for item in plan.gone { lines.append("  gone already: \(item.path ?? "") (\(item.what))") }
        if plan.items.isEmpty { lines.append("  it has no files") }
        return lines
    }

    private static func count(_ files: Int) -> String {
        files == 0 ? "" : files == 1 ? " and 1 file" : " and \(files) files"
    }
}
