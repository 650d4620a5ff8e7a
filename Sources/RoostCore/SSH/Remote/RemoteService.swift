/// One libvirt daemon of a far host, as a URI means it.
struct RemoteService: Hashable, Sendable {
    enum Place: Hashable, Sendable {
        /// The daemon of the whole host.
        case system
        /// The daemon of the user who logs in.
        case session
        /// A socket that the URI names.
        case socket(String)
    }

    enum Mode: String, Hashable, Sendable {
        case auto, direct, legacy
    }

    let place: Place
    let mode: Mode
    /// "qemu".
    let driver: String
    /// "/system"; "/default" of libvirt's test driver.
    let path: String

    /// - Returns: nil for what only libvirt's own client may understand.
    init?(_ uri: HostURI, _ query: [String: String]) {
        guard let mode = query["mode"].map(Mode.init(rawValue:)) ?? .auto else { return nil }
        self.mode = mode
        driver = uri.driver
        path = uri.path
        if let socket = query["socket"] {
            guard socket.isPlainAbsolutePath else { return nil }
            place = .socket(socket)
        } else {
            place = path == "/session" ? .session : .system
        }
    }

    /// What the daemon there is asked for: "qemu:///system".
    var remoteURI: String { "\(driver)://\(path.isEmpty ? "/" : path)" }

    /// The name of its forwarded socket, without a directory: short, and another one for each service.
    var socketName: String { "\(key).sock" }

    /// Tells the services of one host apart.
    var key: String {
        let plain = "\(place == .session ? "session" : "system")-\(driver)"
        if case .socket(let path) = place { return ShortHash.of("\(driver) \(path)") }
        let name = mode == .auto ? plain : "\(plain)-\(mode.rawValue)"
        return name.utf8.count <= 15 && driver.utf8.allSatisfy(\.isLetterOrDigit) ? name : ShortHash.of(name)
    }

    /// The sockets that serve it, the one to try first at the front.
    func candidates(_ look: RemoteLook) -> [RemoteSocket] {
        switch place {
        case .socket(let path):
            return look.sockets.filter { $0.path == path }
        case .system, .session:
            let monolithic = look.sockets.filter { $0.name == "libvirt-sock" }
            let modular = look.sockets.filter { $0.name == "virt\(driver)d-sock" }
            switch mode {
            case .auto: return monolithic + modular
            case .direct: return modular
            case .legacy: return monolithic
            }
        }
    }
}

extension String {
    /// An absolute path that can be handed to ssh as the end of a forward: no control character, no `$`, which ssh expands.
    var isPlainAbsolutePath: Bool {
        hasPrefix("/") && utf8.count <= 107 && utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "$") }
    }
}
