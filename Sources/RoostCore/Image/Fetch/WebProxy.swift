import AsyncHTTPClient

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The proxy that the environment names for an address, by the variables that curl and wget read too.
struct WebProxy: Hashable, Sendable {
    let host: String
    let port: Int
    let isSOCKS: Bool
    let user: String?
    let password: String?

    /// - Parameter environment: a variable's value.
    /// - Returns: nil for a direct way.
    /// - Throws: ``Failure`` of kind usage for a proxy that cannot be one.
    init?(for address: ImageAddress, environment: (String) -> String?) throws(Failure) {
        let host = address.url.host?.lowercased() ?? ""
        func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        if Self.isExcepted(host, value("no_proxy") ?? value("NO_PROXY") ?? "") { return nil }
        // HTTP_PROXY in capitals could come from a request's header where this runs behind a web server.
        let names = address.isSecure ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
        guard let name = (names + ["all_proxy", "ALL_PROXY"]).first(where: { value($0) != nil }), let text = value(name)
        else { return nil }
        guard let url = URL(string: text.contains("://") ? text : "http://\(text)"), let proxy = url.host,
            !proxy.isEmpty, let scheme = url.scheme?.lowercased(), ["http", "socks5", "socks5h"].contains(scheme)
        else {
            // Its value may hold a password.
            throw Failure(
                .usage, "The proxy in \(name) cannot be used", why: "it is not http://HOST:PORT or socks5://HOST:PORT")
        }
        self.host = proxy
        isSOCKS = scheme != "http"
        port = url.port ?? (isSOCKS ? 1080 : 8080)
        user = url.user?.percentDecoded
        password = url.password?.percentDecoded
    }

    /// Whether a host is reached without one.
    private static func isExcepted(_ host: String, _ list: String) -> Bool {
        list.split(whereSeparator: { $0 == "," || $0.isWhitespace }).contains { entry in
            let name = entry.lowercased().drop { $0 == "." }
            return entry == "*" || host == name || host.hasSuffix(".\(name)")
        }
    }

    var setting: HTTPClient.Configuration.Proxy {
        if isSOCKS { return .socksServer(host: host, port: port) }
        guard let user else { return .server(host: host, port: port) }
        return .server(host: host, port: port, authorization: .basic(username: user, password: password ?? ""))
    }
}
