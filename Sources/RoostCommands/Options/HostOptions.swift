import ArgumentParser
import RoostClient
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

    @OptionGroup var server: ServerOptions

    /// The hosts directly, for what goes no other way.
    /// - Throws: ``Failure`` of kind usage where a server is chosen.
    var fleet: Fleet {
        get throws(Failure) {
            try server.refuse()
            return Fleet(hosts: host, notice: Report.notice)
        }
    }

    /// The same, for a command that has asked ``serverSite()`` before.
    var direct: Fleet { Fleet(hosts: host, notice: Report.notice) }

    /// The server that is chosen; nil where the host is spoken to directly.
    func serverSite() async throws(Failure) -> ServerSite? {
        try await server.connection().map { ServerSite($0, hosts: host) }
    }

    /// The host, directly or through the server that is chosen.
    func site() async throws(Failure) -> any Site {
        if let site = try await serverSite() { return site }
        return direct
    }

    /// Connects to it.
    /// - Throws: `Failure` of kind usage when several are given.
    func connect() async throws -> Host { try await fleet.host() }
}
