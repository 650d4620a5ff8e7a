import ArgumentParser
import RoostClient
import RoostCore

/// The host of a bridge: behind the bridge, in front of it (`HOST/br0`), or with `--host`.
struct BridgeHostOptions: ParsableArguments {
    @Argument(help: "The host; in front of the bridge or with --host as well.", completion: .hosts)
    var at: String?

    @OptionGroup var host: HostOptions

    /// - Returns: the host, directly or through the server that is chosen, and the bridge's name without it.
    func open(_ bridge: String) async throws -> (host: any SiteHost, bridge: String) {
        guard let at else {
            let (host, name) = try await host.site().place(of: bridge)
            return (host, name)
        }
        guard host.host.isEmpty else {
            throw Failure(.usage, "Two hosts are named", why: "'\(at)' and --host \(host.host[0])", remedy: "Name one.")
        }
        if let server = try await host.server.connection() {
            return (try await ServerSite(server, hosts: [at]).onlyHost(), bridge)
        }
        return (try await Fleet(hosts: [at], notice: Report.notice).host(), bridge)
    }
}
