import ArgumentParser
import RoostCore

/// Which hosts a command speaks to: one, or several.
struct FleetOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A host: a name of 'roost host list', USER@ADDRESS, a libvirt URI, system or session (repeatable).",
            discussion: HostOptions.withoutIt, valueName: "host"),
        completion: .hosts)
    var host: [String] = []

    @Flag(help: "All hosts of 'roost host list'.")
    var allHosts = false

    var fleet: Fleet { Fleet(hosts: host, all: allHosts, notice: Report.notice) }
}
