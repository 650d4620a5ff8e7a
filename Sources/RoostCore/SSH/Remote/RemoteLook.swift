/// What one look at a far host told.
struct RemoteLook: Hashable, Sendable, Codable {
    var user = ""
    var groups: [String] = []
    var sockets: [RemoteSocket] = []
    /// libvirt daemons that are installed: "libvirtd", "virtqemud".
    var daemons: [String] = []
    var hasSystemd = false
    /// Programs that can carry a connection where sockets cannot be forwarded.
    var hasHelper = false
    var hasNetcat = false
    /// Whether its netcat must be told to end with its input.
    var netcatNeedsQuit = false

    static let begin = "roost-look-begin"
    static let end = "roost-look-end"
    private static let mostSockets = 16

    /// "monolithic" for libvirtd, "modular" for virtqemud and its kin; nil where nothing tells. The modular layout has the old
    /// socket too, served by virtproxyd for clients that know no other.
    var layout: String? {
        if sockets.contains(where: { $0.name.hasPrefix("virt") && $0.name.hasSuffix("d-sock") }) { return "modular" }
        return sockets.contains { $0.name == "libvirt-sock" } ? "monolithic" : nil
    }

    /// A service of the host that is reached by that socket, or without one.
    func service(_ socket: String?) -> LoginFacts.Service { LoginFacts.Service(socket: socket, layout: layout) }

    /// Reads the script's answer. What a login's own files print before it or after it is passed over.
    /// - Returns: nil where there is no whole answer in it.
    init?(answer: String) {
        let lines = answer.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let first = lines.lastIndex(where: { $0.hasSuffix(Self.begin) }),
            let last = lines[first...].firstIndex(where: { $0 == Self.end })
        else { return nil }
        for line in lines[(first + 1)..<last] {
            guard let equals = line.firstIndex(of: "=") else { continue }
            read(String(line[..<equals]), String(line[equals...].dropFirst()))
        }
        guard !user.isEmpty else { return nil }
    }

    private mutating func read(_ key: String, _ value: String) {
        switch key {
        case "user": user = value
        case "groups": groups = value.split(separator: " ").map(String.init)
        case "daemon" where ["libvirtd", "virtqemud"].contains(value): daemons.append(value)
        case "systemd": hasSystemd = true
        case "helper": hasHelper = true
        case "nc":
            hasNetcat = true
            netcatNeedsQuit = value == "quit"
        case "socket":
            // The path comes last, for it may hold anything.
            let parts = value.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, parts[2].isPlainAbsolutePath, sockets.count < Self.mostSockets else { return }
            sockets.append(RemoteSocket(path: parts[2], isOpen: parts[0] == "open", group: parts[1]))
        default: break
        }
    }
}
