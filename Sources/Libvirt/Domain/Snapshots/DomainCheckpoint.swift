internal import CLibvirt

/// A moment from which on a domain's disks remember what was written, for incremental backups.
public final class DomainCheckpoint: LibvirtObject {
    /// The domain that it belongs to.
    public let domain: Domain
    /// Its name, which is its identity within the domain.
    ///
    /// Maps to `virDomainCheckpointGetName`.
    public let name: String

    public var connection: Connection { domain.connection }
    let handle: Handle

    /// Takes over one reference. To be called on a blocking thread.
    init(adopting pointer: OpaquePointer, domain: Domain) {
        self.domain = domain
        handle = unsafe Handle(adopting: pointer, calls: domain.handle.calls) {
            unsafe _ = virDomainCheckpointFree($0)
        }
        name = unsafe copyString(virDomainCheckpointGetName(pointer)) ?? ""
    }
}
