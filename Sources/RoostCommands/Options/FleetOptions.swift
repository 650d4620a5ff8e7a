import ArgumentParser
import RoostClient
import RoostCore

/// Which hosts a command speaks to: one, or several; directly, or through a server.
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

    @OptionGroup var server: ServerOptions

    /// The hosts directly, for what goes no other way.
    /// - Throws: ``Failure`` of kind usage where a server is chosen.
    var fleet: Fleet {
        get throws(Failure) {
            try server.refuse()
            return Fleet(hosts: host, all: allHosts, notice: Report.notice)
        }
    }

    /// The hosts, directly or through the server that is chosen.
    func site() async throws(Failure) -> any Site {
        guard let connection = try await server.connection() else { return try fleet }
        return ServerSite(connection, hosts: host)
    }
}
