/// A login to a guest by the person's own ssh.
public struct GuestLogin: Hashable, Sendable {
    /// What the machine is, whatever its address.
    let uuid: String
    /// nil leaves it to ssh's configuration.
    var user: String?
    var port: UInt16?
    /// A private key's file.
    var identity: String?
    /// Whether a command gets a terminal.
    var wantsTerminal = false
    /// Words after `--`.
    var command: [String] = []
    /// The file with the guest's own keys, where they are known: no other is taken then.
    var knownKeys: String?

    public init(
        to machine: Machine, user: String? = nil, port: UInt16? = nil, identity: String? = nil,
        wantsTerminal: Bool = false, command: [String] = []
    ) {
        self.init(
            uuid: machine.uuid, user: user, port: port, identity: identity, wantsTerminal: wantsTerminal,
            command: command)
    }

    init(
        uuid: String, user: String? = nil, port: UInt16? = nil, identity: String? = nil, wantsTerminal: Bool = false,
        command: [String] = []
    ) {
        self.uuid = uuid
        self.user = user
        self.port = port
        self.identity = identity
        self.wantsTerminal = wantsTerminal
        self.command = command
    }

    /// The port that the guest's server is looked for at.
    var likelyPort: UInt16 { port ?? 22 }

    /// The name under which ssh keeps the guest's key: addresses are given to another guest tomorrow. A second server of the
    /// same guest may have another key.
    var keyName: String { "roost-\(uuid)" + (port.map { $0 == 22 ? "" : "-\($0)" } ?? "") }

    /// What ssh is started with.
    /// - Parameters:
    ///   - address: numeric.
    ///   - proxyCommand: leads to the guest's network where that is not this computer's.
    func arguments(address: String, proxyCommand: String?) -> [String] {
        // A shared connection of ssh's own goes by the address too, and might lead to the guest that had it before.
        var settings = ["HostKeyAlias=\(keyName)", "CheckHostIP=no", "ControlPath=none"]
        if let knownKeys {
            settings += [
                "UserKnownHostsFile=\(knownKeys)", "GlobalKnownHostsFile=/dev/null", "StrictHostKeyChecking=yes",
            ]
        }
        if let proxyCommand { settings += ["ProxyCommand=\(proxyCommand)", "ProxyUseFdpass=no"] }
        var arguments = settings.flatMap { ["-o", $0] }
        if let user { arguments += ["-l", user] }
        if let port { arguments += ["-p", String(port)] }
        if let identity { arguments += ["-i", identity] }
        if wantsTerminal { arguments.append("-t") }
        // Behind the dashes nothing is an option any more, the command neither.
        return arguments + ["--", address] + (GuestCommand.line(command).map { [$0] } ?? [])
    }
}
