/// Whom ssh is to reach: `[user@]host[:port]`, an IPv6 address in brackets.
///
/// The host may be an alias of ~/.ssh/config. Only characters that no shell and no option parser knows as theirs are let in,
/// whoever wrote the text: a value of this type can stand in an argument vector and in a command that is shown.
public struct SSHDestination: Hashable, Sendable, CustomStringConvertible {
    /// nil leaves it to ssh's configuration.
    public let user: String?
    /// A name, an alias or an address; an IPv6 address without its brackets.
    public let host: String
    /// nil leaves it to ssh's configuration.
    public let port: UInt16?

    private static let longestUser = 128
    private static let longestHost = 255

    /// - Parameter text: `[user@]host[:port]`.
    /// - Throws: ``Failure`` of kind usage.
    public init(_ text: String) throws(Failure) {
        guard let destination = Self(reading: text, decode: { $0 }) else { throw Self.refusal(text) }
        self = destination
    }

    /// The host part of a URI, percent-decoded.
    /// - Throws: ``Failure`` of kind usage when it is empty or holds what no name of a host or user has.
    init(authorityOf uri: HostURI) throws(Failure) {
        guard let destination = Self(reading: uri.authority, decode: { $0.percentDecoded }) else {
            throw Self.refusal(uri.authority)
        }
        self = destination
    }

    private init?(reading text: String, decode: (String) -> String?) {
        var rest = text[...]
        if let at = rest.lastIndex(of: "@") {
            guard let user = decode(String(rest[..<at])), Self.isUser(user) else { return nil }
            self.user = user
            rest = rest[rest.index(after: at)...]
        } else {
            user = nil
        }
        let isBracketed = rest.first == "["
        let portText: Substring?
        let hostText: Substring
        if isBracketed {
            guard let end = rest.firstIndex(of: "]") else { return nil }
            hostText = rest[..<end].dropFirst()
            let after = rest[end...].dropFirst()
            guard after.isEmpty || after.first == ":" else { return nil }
            portText = after.isEmpty ? nil : after.dropFirst()
        } else {
            let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count <= 2, let first = parts.first else { return nil }
            hostText = first
            portText = parts.count == 2 ? parts[1] : nil
        }
        guard let host = decode(String(hostText)), isBracketed ? Self.isIPv6(host) : Self.isHost(host) else {
            return nil
        }
        self.host = host
        guard let portText else {
            port = nil
            return
        }
        // Digits alone: the type's own initialiser takes a sign as well.
        guard !portText.isEmpty, portText.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = UInt16(portText), port > 0
        else { return nil }
        self.port = port
    }

    /// As it is written for ``init(_:)``.
    public var description: String {
        (user.map { "\($0)@" } ?? "") + (isIPv6 ? "[\(host)]" : host) + (port.map { ":\($0)" } ?? "")
    }

    /// The libvirt URI that reaches a daemon of that host over ssh.
    /// - Parameter path: `/system` or `/session`.
    /// - Throws: ``Failure`` of kind usage where driver and path make no URI.
    public func uri(driver: String = "qemu", path: String = "/system") throws(Failure) -> HostURI {
        let user = user.map { "\($0.replacing("@", with: "%40"))@" } ?? ""
        let host = isIPv6 ? "[\(host.replacing("%", with: "%25"))]" : host
        return try HostURI("\(driver)+ssh://\(user)\(host)\(port.map { ":\($0)" } ?? "")\(path)")
    }

    /// The command by which a person reaches it.
    var command: String { command(verbose: false) }

    func command(verbose: Bool) -> String {
        let words = ["ssh"] + (verbose ? ["-v"] : []) + (port.map { ["-p", String($0)] } ?? [])
        return (words + [(user.map { "\($0)@" } ?? "") + host]).map(ShellWord.quoted).joined(separator: " ")
    }

    private var isIPv6: Bool { host.contains(":") }

    static func isUser(_ text: String) -> Bool {
        isPlain(text, longest: longestUser, beside: "._-+@") && text.first != "@" && text.last != "@"
    }

    private static func isHost(_ text: String) -> Bool { isPlain(text, longest: longestHost, beside: "._-+") }

    /// Roughly: what is no address after all ssh says itself.
    private static func isIPv6(_ text: String) -> Bool {
        let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        return parts[0].utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit || ":.".utf8.contains($0) }
            && parts[0].count { $0 == ":" } >= 2
            && (parts.count == 1 || isPlain(String(parts[1]), longest: 32, beside: "._-"))
    }

    private static func isPlain(_ text: String, longest: Int, beside: String) -> Bool {
        !text.isEmpty && text.utf8.count <= longest && text.first != "-"
            && text.utf8.allSatisfy { byte in byte.isLetterOrDigit || beside.utf8.contains(byte) }
    }

    private static func refusal(_ text: String) -> Failure {
        let shown = text.utf8.count > 80 ? "\(text.prefix(80))…" : text
        return Failure(
            .usage, "'\(shown)' is not an address that ssh can be given",
            remedy:
                "Give [user@]host[:port], of letters, digits and . _ - +, an IPv6 address in brackets, a port of 1 to 65535."
        )
    }
}

extension UInt8 {
    /// Of ASCII.
    var isLetterOrDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}
