import ArgumentParser
import RoostCore

/// Which host a command speaks to that can speak to one only.
struct HostOptions: ParsableArguments {
    static let withoutIt =
        "Else ROOST_HOST, else LIBVIRT_DEFAULT_URI, else the system daemon where it answers, else the session's."

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The host: a name of 'roost host list', USER@ADDRESS, a libvirt URI, system or session.",
            discussion: withoutIt, valueName: "host"),
        completion: .hosts)
    var host: [String] = []

    var fleet: Fleet { Fleet(hosts: host, notice: Report.notice) }

    /// Connects to it.
    /// - Throws: `Failure` of kind usage when several are given.
    func connect() async throws -> Host { try await fleet.host() }
}
