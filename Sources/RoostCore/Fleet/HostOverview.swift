import Libvirt

/// The little that tells whether a host is well.
public struct HostOverview: Hashable, Sendable, Codable {
    /// libvirt's version there.
    public var libvirt: String
    public var machines: HostInfo.Counts
    /// In bytes; nil where the host does not tell.
    public var freeMemory: UInt64?
}

extension Host {
    /// Looks how it is. Four calls, however many machines there are.
    public func overview() async throws(Failure) -> HostOverview {
        let connection = connection
        return try await doing("Cannot read the host") { () throws(LibvirtError) in
            let version = try await connection.daemonVersion().description
            let running = try await connection.domains(.active).count
            let total = try await connection.domains().count
            // Some hypervisors do not tell.
            let free = try? await connection.freeMemory()
            return HostOverview(
                libvirt: version, machines: HostInfo.Counts(running: running, total: total), freeMemory: free)
        }
    }
}
