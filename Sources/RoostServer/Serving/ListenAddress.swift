public import RoostCore

/// Where the server listens.
public struct ListenAddress: Hashable, Sendable {
    /// An address or name of this computer; nil for all of its addresses.
    public var host: String?
    /// 0 takes a free one.
    public var port: Int

    public init(host: String?, port: Int) {
        self.host = host
        self.port = port
    }

    /// `ADDRESS:PORT`, `ADDRESS`, `:PORT` or `PORT`; an IPv6 address in brackets where a port follows.
    public init(_ text: String) throws(Failure) {
        let (host, port) = Self.parts(of: text)
        guard let number = port.isEmpty ? 9090 : UInt16(port).map(Int.init),
            host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f })
        else {
            throw Failure(
                .usage, "'\(text)' is no address to listen on",
                remedy: "Write 127.0.0.1:9090, [::1]:9090 or just a port.")
        }
        self.init(host: host.isEmpty || host == "*" ? nil : host, port: number)
    }

    private static func parts(of text: String) -> (host: String, port: String) {
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            let rest = text[text.index(after: end)...]
            let host = String(text[text.index(after: text.startIndex)..<end])
            // Anything but a port after the bracket makes a port that is none.
            return (host, rest.hasPrefix(":") ? String(rest.dropFirst()) : String(rest))
        }
        let colons = text.count { $0 == ":" }
        if colons > 1 { return (text, "") }
        if colons == 0, UInt16(text) != nil { return ("", text) }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }

    /// Whether only programs on this computer reach it.
    public var isLoopback: Bool {
        guard let host else { return false }
        if host == "localhost" || host == "::1" { return true }
        return IPBytes(host).map { $0.bytes.count == 4 && $0.bytes[0] == 127 } ?? false
    }
}
