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
}
