import HTTPTypes

/// Which pages may speak to the server: its own only.
struct OriginCheck: Hashable, Sendable {
    let isSecure: Bool
    /// Origins by which people reach the server, `https://console.example`, where a proxy stands in front of it. Empty for
    /// whatever address the request names.
    let origins: Set<String>
    /// Plain HTTP on the own computer: names of other computers are refused, which another site's name may have been made to
    /// point here for.
    let isLocal: Bool

    /// Whether the request's `Host` may be this server's.
    func admitsHost(_ request: HTTPRequest) -> Bool {
        guard let own = own(request) else { return false }
        if !origins.isEmpty { return origins.contains(own) }
        guard isLocal else { return true }
        let host = own.dropFirst("http://".count)
        let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
        return ["localhost", "127.0.0.1", "[::1]"].contains(name)
    }

    /// Whether the request comes from the server's own page, or from no page at all. For changes.
    func admits(_ request: HTTPRequest) -> Bool {
        if let site = request.headerFields[.secFetchSite], site != "same-origin", site != "none" { return false }
        guard request.headerFields[.origin] != nil else { return true }
        return comesFromOwnPage(request)
    }

    /// Whether the request says that it comes from the server's own page. For WebSockets, which browsers open to anywhere.
    func comesFromOwnPage(_ request: HTTPRequest) -> Bool {
        guard let origin = request.headerFields[.origin]?.lowercased(), let own = own(request) else { return false }
        return origins.isEmpty ? origin == own : origins.contains(origin)
    }

    private func own(_ request: HTTPRequest) -> String? {
        // A second Host would be the one that something in front of this server went by.
        guard request.headerFields[.secondHost] == nil, let authority = request.authority?.lowercased(),
            !authority.isEmpty,
            authority.utf8.count <= 300,
            authority.utf8.allSatisfy(Self.isOfAuthority)
        else { return nil }
        return (isSecure ? "https://" : "http://") + authority
    }

    private static func isOfAuthority(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: false
        }
    }
}

extension HTTPField.Name {
    // Both fit the grammar of names.
    /// The first is the request's authority, and not among the fields.
    static let secondHost = HTTPField.Name("Host")!
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let forgeryToken = HTTPField.Name(ForgeryToken.header)!
}
