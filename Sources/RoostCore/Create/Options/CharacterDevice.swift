/// What `--serial`, `--console` and `--channel` have in common: a stream of characters between host and guest.
public struct CharacterDevice: RequestListItem {
    public var type: String?
    public var path: String?
    /// bind or connect.
    public var mode: String?
    /// The address to listen on, or to connect to.
    public var host: String?
    public var port: Int?
    /// The address that UDP sends from.
    public var bindHost: String?
    public var bindPort: Int?
    public var wireProtocol: String?
    public var usesTLS: Bool?
    public var spiceChannel: String?
    public var sharesClipboard: Bool?
    public var logFile: String?
    public var appendsLog: Bool?
    public var targetType: String?
    public var targetName: String?
    public var targetPort: Int?
    public var targetModel: String?
    /// HOST:PORT that the guest connects to, for a guestfwd channel.
    public var targetAddress: String?
    public var address = DeviceAddress()
    public var alias: String?

    /// HOST:PORT as virt-install's short forms write it; taken apart by `complete`.
    var writtenHost: String?
    var writtenBindHost: String?

    public init() {}

    static let types = [
        "pty", "tcp", "udp", "unix", "file", "dev", "pipe", "null", "stdio", "vc", "spicevmc", "spiceport",
        "qemu-vdagent", "nmdm", "dbus",
    ]

    @SuboptionsBuilder<Self> static var suboptions: [Suboption<Self>] {
        Suboption(
            "type", .word("pty", "tcp", "udp", "unix", "file", "dev", "pipe", "null", "spicevmc", "qemu-vdagent"),
            "What the host's end is.", \.type)
        Suboption("path source.path", .path, "File, device or socket of the host.", \.path)
        Suboption("mode source.mode", .choice("bind", "connect"), "Wait for connections, or make one.", \.mode)
        Suboption("host", .text("HOST:PORT"), "Address and port, in one.", \.writtenHost)
        Suboption("source.host source.connect_host", .text("HOST"), "Address.", \.host)
        Suboption("source.service source.connect_service", .number(1...65535), "Port.", \.port)
        Suboption("bind_host", .text("HOST:PORT"), "Address and port that UDP sends from.", \.writtenBindHost)
        Suboption("source.bind_host", .text("HOST"), "Address that UDP sends from.", \.bindHost)
        Suboption("source.bind_service", .number(1...65535), "Port that UDP sends from.", \.bindPort)
        Suboption(
            "protocol.type source.protocol protocol", .choice("raw", "telnet", "telnets", "tls"),
            "Protocol on a TCP connection.", \.wireProtocol)
        Suboption("source.tls", .flag, "Encrypt a TCP connection.", \.usesTLS)
        Suboption("source.channel", .text("NAME"), "Name of a SPICE channel.", \.spiceChannel)
        Suboption("source.clipboard.copypaste", .flag, "A vdagent shares the clipboard.", \.sharesClipboard)
        Suboption("log.file", .path, "Write all output to this file, too.", \.logFile)
        Suboption("log.append", .flag(yes: "on", no: "off"), "Keep what the file holds.", \.appendsLog)
        Suboption(
            "target.type target_type", .word("virtio", "serial", "isa-serial", "guestfwd"), "What the guest's end is.",
            \.targetType)
        Suboption("target.name name", .text("NAME"), "Name of a channel in the guest.", \.targetName)
        Suboption("target.port", .number(0...255), "Number of the port in the guest.", \.targetPort)
        Suboption("target.model.name", .word("isa-serial", "pl011"), "Model of a serial port.", \.targetModel)
        Suboption(
            "target.address target_address", .text("HOST:PORT"), "Address of a guestfwd channel.", \.targetAddress)
        DeviceAddress.suboptions.map { $0.lifted(to: \.address) }
        Suboption("alias.name", .word("ua-NAME"), "Name of the device, starting with ua-.", \.alias)
    }

    /// Takes short forms apart and checks what the type needs.
    mutating func complete(option: String) throws(RequestError) {
        func error(_ suboption: String, _ what: String, remedy: String) -> RequestError {
            RequestError(option: option, suboption: suboption, what: what, remedy: remedy)
        }
        guard let type else { throw error("type", "is missing", remedy: "Start with pty, tcp, unix, file, …") }
        guard Self.types.contains(type) else {
            let nearest = Spelling.nearest(to: type, among: Self.types).map { "; did you mean '\($0)'?" } ?? ""
            throw error(
                "type", "\(ValueProblem.quote(type)) is not one of its values\(nearest)",
                remedy: "Known: \(Self.types.joined(separator: ", ")).")
        }
        if let written = writtenHost {
            guard host == nil, port == nil else {
                throw error("host", "is given together with source.host or source.service", remedy: "Keep one of them.")
            }
            (host, port) = try Self.hostAndPort(written, option: option, suboption: "host")
            writtenHost = nil
        }
        if let written = writtenBindHost {
            guard bindHost == nil, bindPort == nil else {
                throw error(
                    "bind_host", "is given together with source.bind_host or source.bind_service",
                    remedy: "Keep one of them.")
            }
            (bindHost, bindPort) = try Self.hostAndPort(written, option: option, suboption: "bind_host")
            writtenBindHost = nil
        }
        for (name, host) in [("source.host", host), ("source.bind_host", bindHost)] {
            if let host, !HostAddress.isValid(host) {
                throw error(
                    name, "\(ValueProblem.quote(host)) is not an address",
                    remedy: "Write an address or a host's name; the port is given by source.service.")
            }
        }
        let isSocket = type == "tcp" || type == "udp"
        if isSocket, port == nil {
            throw error("source.service", "is missing", remedy: "Add host=HOST:PORT; '\(type)' needs a port.")
        }
        if !isSocket, host != nil || port != nil { throw error("host", "belongs to tcp and udp", remedy: "Remove it.") }
        if type != "udp", bindHost != nil || bindPort != nil {
            throw error("bind_host", "belongs to udp", remedy: "Remove it.")
        }
        if wireProtocol != nil, type != "tcp" { throw error("protocol.type", "belongs to tcp", remedy: "Remove it.") }
        if mode != nil, type != "tcp", type != "unix" {
            throw error("mode", "belongs to tcp and unix", remedy: "Remove it.")
        }
        let needsPath = ["file", "dev", "pipe"].contains(type)
        if needsPath, path == nil { throw error("path", "is missing", remedy: "Add path=PATH; '\(type)' needs one.") }
        if path != nil, !needsPath, type != "unix", type != "pty" {
            throw error("path", "belongs to file, dev, pipe and unix", remedy: "Remove it.")
        }
        if appendsLog != nil, logFile == nil {
            throw error("log.append", "needs log.file", remedy: "Add log.file=PATH.")
        }
        if let targetAddress { _ = try Self.hostAndPort(targetAddress, option: option, suboption: "target.address") }
        if let alias, !alias.hasPrefix("ua-") || alias.utf8.count == 3 {
            throw error(
                "alias.name", "\(ValueProblem.quote(alias)) does not start with ua-",
                remedy: "Write alias.name=ua-\(alias).")
        }
    }

    /// `HOST:PORT`, `:PORT` (this host) or `[IPv6]:PORT`.
    private static func hostAndPort(_ text: String, option: String, suboption: String) throws(RequestError) -> (
        String, Int
    ) {
        let problem = RequestError(
            option: option, suboption: suboption, what: "\(ValueProblem.quote(text)) is not HOST:PORT",
            remedy: "Write 127.0.0.1:4567, or [::1]:4567.")
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (1...65535).contains(port)
        else { throw problem }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
        } else if host.contains(":") {
            throw problem
        }
        if host.isEmpty { return ("127.0.0.1", port) }
        guard HostAddress.isValid(host) else { throw problem }
        return (host, port)
    }
}
