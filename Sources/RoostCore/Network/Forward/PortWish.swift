/// A port of the host that is to lead to a guest, as a person writes it: `[ADDRESS:]PORT:GUESTPORT[/udp]`, or one number for
/// both.
public struct PortWish: Hashable, Sendable, CustomStringConvertible {
    public let transport: PublishedPort.Transport
    /// An address of the host; nil for all.
    public let bind: IPAddress?
    public let port: UInt16
    public let guestPort: UInt16

    /// - Throws: ``Failure`` of kind usage.
    public init(_ text: String) throws(Failure) {
        guard let wish = Self(reading: text) else {
            throw Failure(
                .usage, "\(ValueProblem.quote(text)) is not a port to forward",
                remedy:
                    "Give HOST-PORT:GUEST-PORT, such as 8080:80 or 53:53/udp, with an address of the host in front to use "
                    + "that one alone: 10.0.0.5:8080:80")
        }
        self = wish
    }

    private init?(reading text: String) {
        guard text.utf8.count <= 64 else { return nil }
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count) else { return nil }
        guard let transport = halves.count == 1 ? .tcp : PublishedPort.Transport(rawValue: String(halves[1])) else {
            return nil
        }
        var parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        var bind: IPAddress?
        if parts.count == 3 {
            // Rules for loopback would never be met: packets to it do not leave.
            guard let address = IPAddress(parts.removeFirst()), !address.isIPv6, !address.isSpecial else { return nil }
            bind = address
        }
        guard (bind == nil ? 1...2 : 2...2).contains(parts.count), let port = Self.port(parts[0]),
            let guestPort = Self.port(parts[parts.count - 1])
        else { return nil }
        self.transport = transport
        self.bind = bind
        self.port = port
        self.guestPort = guestPort
    }

    private static func port(_ text: Substring) -> UInt16? {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return UInt16(text).flatMap { $0 > 0 ? $0 : nil }
    }

    public var description: String {
        "\(bind.map { "\($0):" } ?? "")\(port):\(guestPort)\(transport == .tcp ? "" : "/udp")"
    }
}
