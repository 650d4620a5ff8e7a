internal import CLibvirt

/// Which domain an event is about. It holds nothing of libvirt; `Connection.domain(uuid:)` fetches the domain itself.
public struct DomainReference: Hashable, Sendable {
    public let uuid: LibvirtUUID
    public let name: String
    /// The hypervisor's number; nil when the domain did not run.
    public let id: UInt32?

    /// Copies what the handle says. The handle stays the caller's.
    init?(_ domain: OpaquePointer?) {
        guard let domain = unsafe domain else { return nil }
        uuid = LibvirtUUID { unsafe virDomainGetUUID(domain, $0) }
        name = unsafe virDomainGetName(domain).map { unsafe String(cString: $0) } ?? ""
        let number = unsafe virDomainGetID(domain)
        id = number == .max ? nil : number
    }
}
