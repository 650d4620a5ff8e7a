public import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a Roost server is: `https://HOST:PORT`.
public struct ServerURL: Hashable, Sendable, CustomStringConvertible {
    /// What `roost serve` listens on where nothing else is said.
    public static let standardPort = 9090

    public let isSecure: Bool
    /// A name or an address, without brackets.
    public let host: String
    public let port: Int

    /// Reads what a person types: a URL, or `HOST` or `HOST:PORT`, which mean https.
    /// - Throws: ``Failure`` of kind usage for what is none, for one with more than host and port in it, and for plain HTTP to
    ///   another computer.
    public init(_ text: String) throws(Failure) {
        let given = text.contains("://") ? text : "https://\(Self.hasPort(text) ? text : "\(text):9090")"
        guard text.utf8.count <= 300, text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }),
            let url = URL(string: given), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let name = url.host(percentEncoded: false), Self.isName(name)
        else {
            throw Failure(
                .usage, "'\(text)' is not the address of a server", remedy: "Write https://HOST:PORT, as it prints it.")
        }
        guard url.user() == nil, url.password() == nil, url.query() == nil, url.fragment() == nil,
            ["", "/"].contains(url.path())
        else {
            throw Failure(
                .usage, "The address of a server is https://HOST:PORT and no more",
                remedy: "Name and password are asked for: roost login https://\(name):\(url.port ?? Self.standardPort)")
        }
        isSecure = scheme == "https"
        host = name.lowercased().filter { !"[]".contains($0) }
        port = url.port ?? (isSecure ? 443 : 80)
        guard (1...65535).contains(port) else {
            throw Failure(.usage, "'\(text)' has no port from 1 to 65535")
        }
        guard isSecure || ["localhost", "127.0.0.1", "::1"].contains(host) else {
            throw Failure(
                .usage, "Plain HTTP goes to this computer only", why: "everybody on the way could read what is said",
                remedy: "Write https://\(name):\(port)")
        }
    }

    /// Digits at the end after a colon, which in an IPv6 address stand behind a bracket.
    private static func hasPort(_ text: String) -> Bool { text.wholeMatch(of: /([^:]+|\[.*\]):[0-9]+/) != nil }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 255
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
    }

    /// `HOST:PORT` as it stands in a URL.
    public var authority: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    public var description: String { "\(isSecure ? "https" : "http")://\(authority)" }

    /// What a browser would say where a request comes from.
    var origin: String { "\(isSecure ? "https" : "http")://\(hostField)" }

    /// What a browser would say whom it asks: without the port that goes without saying. Servers compare it with ``origin``.
    var hostField: String {
        let isUsual = port == (isSecure ? 443 : 80)
        return isUsual ? String(authority.dropLast("\(port)".count + 1)) : authority
    }

    /// Whether the host is an address and not a name: certificates name the two apart.
    var isNumeric: Bool { host.contains(":") || host.allSatisfy { $0.isNumber || $0 == "." } }
}
