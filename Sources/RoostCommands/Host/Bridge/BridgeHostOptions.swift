import ArgumentParser
import RoostCore

/// The host of a bridge: behind the bridge, in front of it (`HOST/br0`), or with `--host`.
struct BridgeHostOptions: ParsableArguments {
    @Argument(help: "The host; in front of the bridge or with --host as well.", completion: .hosts)
    var at: String?

    @OptionGroup var host: HostOptions

    /// Connects to it.
    /// - Returns: the host, and the bridge's name without it.
    func open(_ bridge: String) async throws -> (host: RoostCore.Host, bridge: String) {
        guard let at else {
            let fleet = try host.fleet
            let hosted = fleet.split(bridge, .item)
            return (try await fleet.host(for: hosted), hosted.name)
        }
        guard host.host.isEmpty else {
            throw Failure(.usage, "Two hosts are named", why: "'\(at)' and --host \(host.host[0])", remedy: "Name one.")
        }
        return (try await Fleet(hosts: [at], notice: Report.notice).host(), bridge)
    }
}
