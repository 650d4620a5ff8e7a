import ArgumentParser
import RoostCore

struct NetworkDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Stop and forget networks; says first which machines use them.",
        aliases: ["rm"])

    @Argument(help: "Names, UUIDs or patterns.", completion: .networks)
    var networks: [String]

    @Flag(help: "Also where running machines use it, which lose their link.")
    var force = false

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let found = try await hosts.site().networks(networks).complete()
        var plans: [any SiteNetworkDeletion] = []
        var refused: [Failure] = []
        for network in found {
            do throws(Failure) {
                plans.append(try await network.deleting(force: force))
            } catch {
                refused.append(error)
            }
        }
        guard !plans.isEmpty else { throw PartialFailure(failures: refused, attempted: found.count) }
        let details = plans.flatMap(Self.lines) + refused.map(\.description)
        try consent.show(details, asking: plans.count == 1 ? "Delete this network?" : "Delete these networks?")
        try Task.checkCancellation()
        var failures = refused
        for plan in plans {
            do throws(Failure) {
                try await plan.delete()
                Report.notice("Deleted network \(plan.label)")
            } catch {
                failures.append(error)
            }
        }
        if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: found.count) }
    }

    private static func lines(_ deletion: any SiteNetworkDeletion) -> [String] {
        let plan = deletion.shown
        var lines = ["network \(deletion.label)\(plan.isActive ? ", which runs" : "")"]
        if plan.reservations > 0 {
            lines.append("  \(plan.reservations) \(plan.reservations == 1 ? "address" : "addresses") kept for machines")
        }
        if !plan.running.isEmpty { lines.append("  lose their link: \(plan.running.joined(separator: ", "))") }
        if !plan.off.isEmpty { lines.append("  will not start without it: \(plan.off.joined(separator: ", "))") }
        if plan.machines.isEmpty { lines.append("  no machine uses it") }
        return lines
    }
}
