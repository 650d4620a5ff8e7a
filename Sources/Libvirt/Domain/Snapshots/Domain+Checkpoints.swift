internal import CLibvirt

extension Domain {
    /// Makes a checkpoint.
    ///
    /// Maps to `virDomainCheckpointCreateXML`.
    ///
    /// - Parameter xml: a `<domaincheckpoint>`.
    public func createCheckpoint(
        xml: String, flags: DomainCheckpoint.CreateFlags = []
    ) async throws(LibvirtError) -> DomainCheckpoint {
        try await checkpoint("virDomainCheckpointCreateXML", texts: [xml]) {
            unsafe virDomainCheckpointCreateXML($0, xml, flags.rawValue)
        }
    }

    /// The checkpoints that the selection admits, in no order unless it says so.
    ///
    /// Maps to `virDomainListAllCheckpoints`.
    public func checkpoints(
        _ selection: DomainCheckpoint.Selection = []
    ) async throws(LibvirtError) -> [DomainCheckpoint] {
        try await blocking("virDomainListAllCheckpoints") { domain throws(LibvirtError) in
            unsafe try takeList { list in
                unsafe virDomainListAllCheckpoints(domain, list, selection.rawValue)
            } adopt: { checkpoint in
                unsafe DomainCheckpoint(adopting: checkpoint, domain: self)
            }
        }
    }

    /// The checkpoint of that name.
    ///
    /// Maps to `virDomainCheckpointLookupByName`.
    ///
    /// - Throws: `.noDomainCheckpoint` when there is none.
    public func checkpoint(named name: String) async throws(LibvirtError) -> DomainCheckpoint {
        try await checkpoint("virDomainCheckpointLookupByName", texts: [name]) {
            unsafe virDomainCheckpointLookupByName($0, name, 0)
        }
    }

    /// Makes a call that hands out one checkpoint of this domain.
    @safe func checkpoint(
        _ name: String, texts: [String?] = [], _ body: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
    ) async throws(LibvirtError) -> DomainCheckpoint {
        try await blocking(name, texts: texts) { pointer throws(LibvirtError) in
            let checkpoint = unsafe try check(body(pointer))
            return unsafe DomainCheckpoint(adopting: checkpoint, domain: self)
        }
    }
}
