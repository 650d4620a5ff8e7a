internal import CLibvirt

extension DomainCheckpoint {
    /// The checkpoint's description.
    ///
    /// Maps to `virDomainCheckpointGetXMLDesc`.
    public func xml(_ flags: XMLFlags = []) async throws(LibvirtError) -> String {
        try await callForString("virDomainCheckpointGetXMLDesc") {
            unsafe virDomainCheckpointGetXMLDesc($0, flags.rawValue)
        }
    }

    /// The checkpoint that this one follows; nil when there is none.
    ///
    /// Maps to `virDomainCheckpointGetParent`.
    public func parent() async throws(LibvirtError) -> DomainCheckpoint? {
        let domain = domain
        do throws(LibvirtError) {
            return try await blocking("virDomainCheckpointGetParent") { checkpoint throws(LibvirtError) in
                let parent = unsafe try check(virDomainCheckpointGetParent(checkpoint, 0))
                return unsafe DomainCheckpoint(adopting: parent, domain: domain)
            }
        } catch {
            guard error.code == .noDomainCheckpoint else { throw error }
            return nil
        }
    }

    /// The checkpoints that follow this one, or with `.roots` also those after them.
    ///
    /// Maps to `virDomainCheckpointListAllChildren`.
    public func children(_ selection: Selection = []) async throws(LibvirtError) -> [DomainCheckpoint] {
        let domain = domain
        return try await blocking("virDomainCheckpointListAllChildren") { checkpoint throws(LibvirtError) in
            unsafe try takeList { list in
                unsafe virDomainCheckpointListAllChildren(checkpoint, list, selection.rawValue)
            } adopt: { child in
                unsafe DomainCheckpoint(adopting: child, domain: domain)
            }
        }
    }

    /// Deletes it; what it remembers goes to the one before.
    ///
    /// Maps to `virDomainCheckpointDelete`.
    public func delete(_ flags: DeleteFlags = []) async throws(LibvirtError) {
        try await call("virDomainCheckpointDelete") { unsafe virDomainCheckpointDelete($0, flags.rawValue) }
    }
}
