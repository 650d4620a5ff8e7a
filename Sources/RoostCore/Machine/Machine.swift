internal import Libvirt

/// One machine of a host: what the verbs act on.
public struct Machine: Sendable {
    public let host: Host
    public let name: String
    /// In canonical form.
    public let uuid: String
    /// libvirt's handle.
    let domain: Domain

    init(host: Host, domain: Domain) {
        self.host = host
        self.domain = domain
        name = domain.name
        uuid = domain.uuid.description
    }

    /// The same machine over another connection to its host.
    func again(on host: Host) async throws(Failure) -> Machine {
        if host === self.host { return self }
        let found = try await doing("Cannot find \(label) again") { () throws(LibvirtError) in
            try await host.connection.domain(uuid: domain.uuid)
        }
        return Machine(host: host, domain: found)
    }
}
