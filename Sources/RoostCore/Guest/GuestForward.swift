/// A port of a guest that is to be had on this computer: `[BIND:]LOCAL:REMOTE`, or one number for both.
public struct GuestForward: Hashable, Sendable, CustomStringConvertible {
    /// An address of this computer.
    public let bind: String
    /// 0 takes a free port.
    public let local: UInt16
    public let remote: UInt16

    /// Where nobody else comes to.
    private static let loopback = "127.0.0.1"

    /// - Throws: ``Failure`` of kind usage.
    public init(_ text: String) throws(Failure) {
        guard let forward = Self(reading: text) else {
            let shown = text.utf8.count > 80 ? "\(text.prefix(80))…" : text
            throw Failure(
                .usage, "'\(shown)' is not a port to forward",
                remedy: """
                    Give LOCAL:REMOTE, such as 8080:80; a port alone for the same on both sides; 0 as LOCAL for a free one; \
                    an address of this computer in front, such as [::1]:8080:80, to listen elsewhere than on 127.0.0.1.
                    """)
        }
        self = forward
    }

    private init?(reading text: String) {
        var rest = text[...]
        var bound: String?
        if rest.first == "[" {
            guard let end = rest.firstIndex(of: "]"), rest[end...].dropFirst().first == ":" else { return nil }
            bound = String(rest[..<end].dropFirst())
            guard bound?.contains(":") == true else { return nil }
            rest = rest[end...].dropFirst(2)
        }
        var parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        if bound == nil, parts.count == 3 { bound = String(parts.removeFirst()) }
        guard (bound == nil ? 1...2 : 2...2).contains(parts.count) else { return nil }
        let bind = bound.map { $0 == "localhost" ? Self.loopback : $0 } ?? Self.loopback
        guard GuestAddresses.socketAddress(bind, port: 0) != nil,
            let local = Self.port(parts[0]), let remote = Self.port(parts[parts.count - 1]), remote > 0
        else { return nil }
        self.bind = bind
        self.local = local
        self.remote = remote
    }

    /// Digits alone: the type's own initialiser takes a sign as well.
    private static func port(_ text: Substring) -> UInt16? {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return UInt16(text)
    }

    /// Whether other computers may come in by it.
    public var isOpenToOthers: Bool { bind != "::1" && !bind.hasPrefix("127.") }

    public var description: String { "\(bind.contains(":") ? "[\(bind)]" : bind):\(local):\(remote)" }
}
