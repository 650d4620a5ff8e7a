internal import CLibvirt

extension Domain {
    /// Makes a snapshot. It can take as long as it takes to write the memory, so it runs on the connection for long work.
    ///
    /// Maps to `virDomainSnapshotCreateXML`.
    ///
    /// - Parameter xml: a `<domainsnapshot>`.
    /// - Returns: the snapshot, on the connection for long work; with `.noMetadata` libvirt has forgotten it already.
    public func createSnapshot(
        xml: String, flags: DomainSnapshot.CreateFlags = []
    ) async throws(LibvirtError) -> DomainSnapshot {
        try await onLongWork().snapshot("virDomainSnapshotCreateXML", texts: [xml]) {
            unsafe virDomainSnapshotCreateXML($0, xml, flags.rawValue)
        }
    }

    /// The snapshots that the selection admits, in no order unless it says so.
    ///
    /// Maps to `virDomainListAllSnapshots`.
    public func snapshots(_ selection: DomainSnapshot.Selection = []) async throws(LibvirtError) -> [DomainSnapshot] {
        try await blocking("virDomainListAllSnapshots") { domain throws(LibvirtError) in
            unsafe try takeList { list in
                unsafe virDomainListAllSnapshots(domain, list, selection.rawValue)
            } adopt: { snapshot in
                unsafe DomainSnapshot(adopting: snapshot, domain: self)
            }
        }
    }

    /// The snapshot of that name.
    ///
    /// Maps to `virDomainSnapshotLookupByName`.
    ///
    /// - Throws: `.noDomainSnapshot` when there is none.
    public func snapshot(named name: String) async throws(LibvirtError) -> DomainSnapshot {
        try await snapshot("virDomainSnapshotLookupByName", texts: [name]) {
            unsafe virDomainSnapshotLookupByName($0, name, 0)
        }
    }

    /// The snapshot that the domain's state stems from; nil when there is none.
    ///
    /// Maps to `virDomainSnapshotCurrent` (`virDomainHasCurrentSnapshot` tells only whether there is one).
    public func currentSnapshot() async throws(LibvirtError) -> DomainSnapshot? {
        do throws(LibvirtError) {
            return try await snapshot("virDomainSnapshotCurrent") { unsafe virDomainSnapshotCurrent($0, 0) }
        } catch {
            guard error.code == .noDomainSnapshot else { throw error }
            return nil
        }
    }

    /// Makes a call that hands out one snapshot of this domain.
    @safe func snapshot(
        _ name: String, texts: [String?] = [], _ body: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
    ) async throws(LibvirtError) -> DomainSnapshot {
        try await blocking(name, texts: texts) { pointer throws(LibvirtError) in
            let snapshot = unsafe try check(body(pointer))
            return unsafe DomainSnapshot(adopting: snapshot, domain: self)
        }
    }
}
