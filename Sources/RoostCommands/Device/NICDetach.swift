import ArgumentParser
import RoostCore

struct NICDetach: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detach", abstract: "Take network interfaces away from a machine.",
        discussion: "The guest has to let go of an interface.")

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @Argument(help: "MAC addresses, or names on the host such as vnet3.")
    var interfaces: [String]

    @Option(help: ArgumentHelp("How long the guest may take to let go.", valueName: "seconds"))
    var timeout = TimeLimit(seconds: Int(Machine.detachLimit.components.seconds))

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let machine = try await hosts.site().machine(machine)
        var plans: [any SiteDetachment] = []
        for interface in interfaces {
            plans.append(try await machine.detachment(ofInterface: interface, scope: scope.scope))
        }
        let (output, limit) = (output, timeout.duration ?? Machine.detachLimit)
        try await Report.each(plans) { plan in try await plan.detach(within: limit).tell(output) }
    }
}
