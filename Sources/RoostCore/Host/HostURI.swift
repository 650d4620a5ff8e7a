/// A libvirt connection URI that has been looked at: it has a scheme, no control characters and no stray spaces.
public struct HostURI: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// The daemon that runs machines for the whole system.
    public static let system = HostURI(known: "qemu:///system")
    /// The daemon that libvirt starts by itself for one user.
    public static let session = HostURI(known: "qemu:///session")

    private init(known text: String) { self.text = text }

    /// - Parameter text: a URI, or one of the words `system` and `session`.
    /// - Throws: ``Failure`` of kind usage.
    public init(_ text: String) throws(Failure) {
        switch text {
        case "system":
            self = .system
            return
        case "session":
            self = .session
            return
        default: break
        }
        let scheme = text.prefix { $0 != ":" }
        let schemeIsPlain =
            scheme.first?.isLetter == true
            && scheme.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "+-.".utf8.contains(byte)
            }
        guard schemeIsPlain,
            text.dropFirst(scheme.count).hasPrefix(":///") || text.dropFirst(scheme.count).hasPrefix("://"),
            text.utf8.count <= 2048, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else {
            throw Failure(
                .usage, "'\(text)' is not a host",
                remedy: "Give a libvirt URI such as qemu:///system, or one of the words system and session.")
        }
        self.text = text
    }

    public var description: String { text }

    /// With one more item in its query, which must be plain.
    func adding(_ item: String) -> HostURI { HostURI(known: text + (text.contains("?") ? "&" : "?") + item) }

    /// The path after the authority: "/system" of "qemu:///system?mode=direct".
    public var path: String {
        guard let start = text.range(of: "://")?.upperBound else { return "" }
        let rest = text[start...].prefix { $0 != "?" }
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? ""
    }

    /// The hypervisor's driver: "qemu" of "qemu+ssh://far/system".
    var driver: String { String(text.prefix { $0 != ":" && $0 != "+" }) }

    /// The way to the daemon: "ssh" of "qemu+ssh://far/system", "tls" where a host is named without one, nil without both.
    var transport: String? {
        let scheme = text.prefix { $0 != ":" }
        if let plus = scheme.firstIndex(of: "+") { return String(scheme[plus...].dropFirst()).lowercased() }
        return isLocal ? nil : "tls"
    }

    /// The user, host and port: "root@far:22" of "qemu+ssh://root@far:22/system".
    var authority: String {
        guard let start = text.range(of: "://")?.upperBound else { return "" }
        return String(text[start...].prefix { $0 != "/" && $0 != "?" })
    }

    /// The query's names and values, decoded; empty without a query, nil where it cannot be read or says a thing twice.
    var query: [String: String]? {
        guard let mark = text.firstIndex(of: "?") else { return [:] }
        var items: [String: String] = [:]
        for item in text[mark...].dropFirst().split(whereSeparator: { $0 == "&" || $0 == ";" }) {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = String(parts[0]).percentDecoded,
                let value = (parts.count == 2 ? String(parts[1]) : "").percentDecoded,
                items.updateValue(value, forKey: name) == nil
            else { return nil }
        }
        return items
    }

    /// Whether the machines run on this very computer: no host part, and no transport that leads to another one.
    public var isLocal: Bool {
        guard let start = text.range(of: "://")?.upperBound else { return false }
        let scheme = text.prefix { $0 != ":" }.lowercased()
        return text[start...].first == "/"
            && !["+ssh", "+libssh", "+libssh2", "+ext"].contains { scheme.hasSuffix($0) }
    }
}

extension String {
    /// Without its percent signs; nil where one is not followed by two digits, or where the bytes are no UTF-8.
    var percentDecoded: String? {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
            guard digits.count == 2 else { return nil }
            bytes.append(UInt8(digits[0] << 4 | digits[1]))
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// As the value of an item in a URI's query, from which it cannot break out.
    var percentEncoded: String {
        var text = ""
        for byte in utf8 {
            if byte.isLetterOrDigit || "-._~/:".utf8.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }

    fileprivate func range(of part: String) -> Range<String.Index>? { ranges(of: part).first }
}
