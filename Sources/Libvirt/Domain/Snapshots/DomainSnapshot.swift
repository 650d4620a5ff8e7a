internal import CLibvirt

/// A saved moment of a domain to go back to.
public final class DomainSnapshot: LibvirtObject {
    /// The domain that it belongs to.
    public let domain: Domain
    /// Its name, which is its identity within the domain.
    ///
    /// Maps to `virDomainSnapshotGetName`.
    public let name: String

    public var connection: Connection { domain.connection }
    let handle: Handle

    /// Takes over one reference. To be called on a blocking thread.
    init(adopting pointer: OpaquePointer, domain: Domain) {
        self.domain = domain
        handle = unsafe Handle(adopting: pointer, calls: domain.handle.calls) {
            unsafe _ = virDomainSnapshotFree($0)
        }
        name = unsafe copyString(virDomainSnapshotGetName(pointer)) ?? ""
    }
}
