import Foundation
import NIOCore
import RoostCore

/// Where the server listens, and what it means when it cannot.
struct Listening: Sendable {
    let settings: ServerSettings
    let fingerprint: String?

    /// All addresses of both kinds, where nothing else is said; of IPv4 only where the kernel has no IPv6, or no network card
    /// has such an address: glibc finds nothing for "::" then.
    var host: String {
        if let host = settings.listen.host { return host }
        let hasIPv6 =
            FileManager.default.fileExists(atPath: "/proc/net/if_inet6")
            && (try? SocketAddress.makeAddressResolvingHost("::", port: settings.listen.port)) != nil
        return hasIPv6 ? "::" : "0.0.0.0"
    }

    func address(of channel: any Channel) -> ServerAddress {
        let port = channel.localAddress?.port ?? settings.listen.port
        let name = settings.listen.host.map { $0.contains(":") ? "[\($0)]" : $0 } ?? "localhost"
        return ServerAddress(
            url: "\(settings.isSecure ? "https" : "http")://\(name):\(port)/", port: port, fingerprint: fingerprint,
            isSelfMade: settings.transport == .selfMade)
    }

    func failure(_ error: any Error) -> Failure {
        if let failure = error as? Failure { return failure }
        let task = "Cannot listen on \(settings.listen.host ?? "*"):\(settings.listen.port)"
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            return Failure(
                .exists, task, why: "The port is taken.",
                remedy: "'ss -ltnp sport = :\(settings.listen.port)' says by whom; --listen chooses another.")
        case EACCES:
            return Failure(.permission, task, why: "Ports below 1024 need more rights.", remedy: "Choose a higher one.")
        case EADDRNOTAVAIL: return Failure(.usage, task, why: "This computer does not have that address.")
        default: return Failure(.general, "The server ended", why: "\(error)")
        }
    }
}
