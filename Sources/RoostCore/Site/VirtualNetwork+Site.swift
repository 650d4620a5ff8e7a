extension VirtualNetwork: SiteNetwork {
    public func change(_ change: NetworkChangeArguments) async throws(Failure) -> NetworkChangeReport {
        try await self.change(try change.change())
    }

    public func editing() async throws(Failure) -> any TextEdit { try await NetworkEdit(self) }

    public func deleting(force: Bool) async throws(Failure) -> any SiteNetworkDeletion {
        Deleting(network: self, shown: try await deletion(force: force))
    }

    private struct Deleting: SiteNetworkDeletion {
        let network: VirtualNetwork
        let shown: NetworkDeletion

        var label: String { network.label }

        func delete() async throws(Failure) { try await network.delete(shown) }
    }
}
