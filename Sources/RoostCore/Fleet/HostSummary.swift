/// A host of the hosts file as a row of a list.
public struct HostSummary: Hashable, Sendable, Codable {
    public var name: String
    /// As it is written in the file.
    public var address: String
    /// The libvirt URI that it means.
    public var uri: String
    /// In seconds.
    public var timeout: Int
    /// Whether somebody is logged in; nil where it is not reached by ssh.
    public var connected: Bool?

    init(_ entry: HostEntry, connected: Bool?) {
        name = entry.name
        address = entry.address
        uri = entry.uri.text
        timeout = entry.timeout ?? HostEntry.standardTimeout
        self.connected = connected
    }
}

extension HostEntry {
    /// The entry as a row. Asks the local ssh whether there is a login, and never the host.
    public func summary() async -> HostSummary {
        // An address that ssh cannot be given, or a directory that is not private: there is no login either way.
        let login = try? HostLogin(to: uri, name: name)
        return HostSummary(self, connected: await login?.isConnected())
    }
}

extension HostsFile {
    /// The hosts as rows. Asks none of them.
    /// - Parameter names: of hosts; none means all.
    /// - Throws: ``Failure`` of kind notFound for an unknown one.
    public func summaries(_ names: [String] = []) async throws(Failure) -> [HostSummary] {
        let all = try entries()
        for name in names { _ = try Self.index(of: name, in: all) }
        let chosen = all.filter { names.isEmpty || names.contains($0.name) }
        return try await concurrently(chosen, atMost: Fleet.breadth) { entry throws(Failure) in await entry.summary() }
    }
}
