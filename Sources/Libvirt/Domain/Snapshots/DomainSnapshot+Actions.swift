internal import CLibvirt

extension DomainSnapshot {
    /// The snapshot's description.
    ///
    /// Maps to `virDomainSnapshotGetXMLDesc`.
    ///
    /// - Parameter secure: with passwords.
    public func xml(secure: Bool = false) async throws(LibvirtError) -> String {
        let flags = secure ? VIR_DOMAIN_SNAPSHOT_XML_SECURE.rawValue : 0
        return try await callForString("virDomainSnapshotGetXMLDesc") {
            unsafe virDomainSnapshotGetXMLDesc($0, flags)
        }
    }

    /// The snapshot that this one builds on; nil when there is none.
    ///
    /// Maps to `virDomainSnapshotGetParent`.
    public func parent() async throws(LibvirtError) -> DomainSnapshot? {
        let domain = domain
        do throws(LibvirtError) {
            return try await blocking("virDomainSnapshotGetParent") { snapshot throws(LibvirtError) in
                let parent = unsafe try check(virDomainSnapshotGetParent(snapshot, 0))
                return unsafe DomainSnapshot(adopting: parent, domain: domain)
            }
        } catch {
            guard error.code == .noDomainSnapshot else { throw error }
            return nil
        }
    }

    /// The snapshots that build on this one, or with `.roots` also on those.
    ///
    /// Maps to `virDomainSnapshotListAllChildren`.
    public func children(_ selection: Selection = []) async throws(LibvirtError) -> [DomainSnapshot] {
        let domain = domain
        return try await blocking("virDomainSnapshotListAllChildren") { snapshot throws(LibvirtError) in
            unsafe try takeList { list in
                unsafe virDomainSnapshotListAllChildren(snapshot, list, selection.rawValue)
            } adopt: { child in
                unsafe DomainSnapshot(adopting: child, domain: domain)
            }
        }
    }

    /// Whether the domain's state stems from it.
    ///
    /// Maps to `virDomainSnapshotIsCurrent`.
    public func isCurrent() async throws(LibvirtError) -> Bool {
        try await callForTruth("virDomainSnapshotIsCurrent") { unsafe virDomainSnapshotIsCurrent($0, 0) }
    }

    /// Whether libvirt keeps a record of it, without which it cannot be looked up.
    ///
    /// Maps to `virDomainSnapshotHasMetadata`.
    public func hasMetadata() async throws(LibvirtError) -> Bool {
        try await callForTruth("virDomainSnapshotHasMetadata") { unsafe virDomainSnapshotHasMetadata($0, 0) }
    }

    /// Puts the domain back to it. What was written since is lost. It runs on the connection for long work.
    ///
    /// Maps to `virDomainRevertToSnapshot`.
    ///
    /// - Throws: `.snapshotRevertRisky` when the domain that runs would be replaced and the flags do not say `.force`.
    public func revert(_ flags: RevertFlags = []) async throws(LibvirtError) {
        try await onLongWork().call("virDomainRevertToSnapshot") {
            unsafe virDomainRevertToSnapshot($0, flags.rawValue)
        }
    }

    /// Deletes it; the domain's state stays as it is. It runs on the connection for long work.
    ///
    /// Maps to `virDomainSnapshotDelete`.
    public func delete(_ flags: DeleteFlags = []) async throws(LibvirtError) {
        try await onLongWork().call("virDomainSnapshotDelete") { unsafe virDomainSnapshotDelete($0, flags.rawValue) }
    }

    private func onLongWork() async throws(LibvirtError) -> DomainSnapshot {
        let other = try await domain.onLongWork()
        return other === domain ? self : try await other.snapshot(named: name)
    }
}
