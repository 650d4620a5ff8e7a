import ArgumentParser
import RoostCore
import TerminalOutput

struct MachineShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show all that is known about machines.",
        discussion: "JSON and YAML give one value for one name, and a list for several names or a pattern.")

    @OptionGroup var machines: MachineArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    @Flag(help: "Print libvirt's XML: of the running machine, or of the definition where it is off.")
    var xml = false

    @Flag(help: "With --xml: what the next start uses, also of a machine that runs.")
    var inactive = false

    @Flag(help: "With --xml: print passwords too.")
    var showSecrets = false

    func validate() throws {
        guard xml || !inactive && !showSecrets else {
            throw ValidationError("--inactive and --show-secrets go with --xml.")
        }
        guard !xml || output.format == .table && !output.quiet else {
            throw ValidationError("--xml prints libvirt's own text; leave --format and --quiet out.")
        }
    }

    func run() async throws {
        let site = try await hosts.site()
        if xml {
            let (which, secrets) = (inactive ? Machine.Description.nextStart : .live, showSecrets)
            let texts = try await site.mapMachines(machines.machines) { try await $0.xml(which, secrets: secrets) }
            for text in texts.values { try Report.document(text.hasSuffix("\n") ? text : text + "\n") }
            try texts.check()
        } else {
            let details = try await site.mapMachines(machines.machines) { try await $0.detail() }
            try print(details.values)
            try details.check()
        }
    }

    private func print(_ details: [MachineDetail]) throws {
        if details.isEmpty { return }
        let table = { details.map { $0.view.render(styling: Report.styling) }.joined(separator: "\n") }
        if let only = details.first, machines.machines.count == 1, !NamePattern(machines.machines[0]).isPattern {
            try Report.answer(only, output, names: [only.name], table: table)
        } else {
            try Report.answer(details, output, names: details.map(\.name), table: table)
        }
    }
}
