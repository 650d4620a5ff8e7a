/// A socket here that leads to one behind a login.
public struct PortForward: Hashable, Sendable {
    /// One end of it.
    public enum End: Hashable, Sendable {
        /// A TCP port, 1 to 65535, of an address or a name.
        case port(UInt16, of: String)
        /// A UNIX socket, by its absolute path.
        case socket(String)
    }

    /// On this computer.
    public let local: End
    /// As the far host sees it.
    public let remote: End

    /// - Throws: ``Failure`` of kind usage for what ssh cannot be given.
    public init(local: End, remote: End) throws(Failure) {
        for end in [local, remote] where !end.isUsable {
            throw Failure(
                .usage, "Cannot forward '\(end)'", why: "it is neither a port of an address nor the path of a socket")
        }
        self.local = local
        self.remote = remote
    }

    /// From a port of this computer alone.
    /// - Throws: ``Failure`` of kind usage for what ssh cannot be given.
    public init(localPort: UInt16, remote: End) throws(Failure) {
        try self.init(local: .port(localPort, of: "127.0.0.1"), remote: remote)
    }

    /// ssh's form of it, for `-L`.
    var specification: String { "\(local.escaped):\(remote.escaped)" }
}

extension PortForward.End: CustomStringConvertible {
    public var description: String {
        switch self {
        case .port(let port, let address): address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
        case .socket(let path): path
        }
    }

    fileprivate var isUsable: Bool {
        switch self {
        case .port(let port, let address):
            port > 0 && !address.isEmpty && address.utf8.count <= 255 && address.first != "-"
                && address.utf8.allSatisfy { $0.isLetterOrDigit || "._-:".utf8.contains($0) }
        case .socket(let path): path.isPlainAbsolutePath
        }
    }

    /// ssh expands percent signs in paths, and takes colons for its own.
    fileprivate var escaped: String {
        guard case .socket(let path) = self else { return description }
        return path.replacingEach("\\", with: "\\\\").replacingEach(":", with: "\\:").replacingEach("%", with: "%%")
    }
}
