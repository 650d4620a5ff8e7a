import Libvirt
import LibvirtXML

extension VirtualNetwork {
    /// What a deletion takes away. Costs one call a machine.
    /// - Parameter force: also where running machines use it.
    /// - Throws: ``Failure`` of kind state where running machines use it.
    public func deletion(force: Bool = false) async throws(Failure) -> NetworkDeletion {
        let view = try await view()
        let handle = handle
        let (active, persistent) = try await doing("Cannot read network \(label)") {
            () throws(LibvirtError) -> (Bool, Bool) in (try await handle.isActive(), try await handle.isPersistent())
        }
        let plan = NetworkDeletion(
            network: name, isActive: active, isPersistent: persistent, reservations: view.dhcpHosts.count,
            machines: try await connections())
        if !force { try plan.checkUnused(label) }
        return plan
    }

    /// Stops it and removes its definition. Maps to `virNetworkDestroy` and `virNetworkUndefine`.
    /// - Throws: ``Failure`` of kind state when other machines use it by now than the plan says.
    public func delete(_ plan: NetworkDeletion) async throws(Failure) {
        let now = try await deletion(force: true)
        guard Set(now.running).isSubset(of: plan.running) else {
            throw Failure(
                .state, "Did not delete network \(label)", why: "machines that use it were started meanwhile",
                remedy: "Look again: roost net delete \(host.reference(name))")
        }
        let handle = handle
        try await doing("Cannot delete network \(label)") { () throws(LibvirtError) in
            if now.isActive { try await handle.destroy() }
            if now.isPersistent { try await handle.undefine() }
        }
    }
}
