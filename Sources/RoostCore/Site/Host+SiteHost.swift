extension Host: SiteHost {
    public func making(_ network: NetworkArguments) async throws(Failure) -> any SiteNetworkMaking {
        NetworkMaking(host: self, plan: try await planNetwork(try network.request()))
    }

    private struct NetworkMaking: SiteNetworkMaking {
        let host: Host
        let plan: NetworkPlan

        var notices: [String] { plan.notices }

        func xml() throws(Failure) -> String { try plan.xml() }

        func make() async throws(Failure) -> NetworkDetails { try await host.createNetwork(plan).details() }
    }

    public func makingBridge(_ request: BridgeRequest) async throws(Failure) -> any SiteBridgeMaking {
        BridgeMaking(host: self, plan: try await planBridge(request))
    }

    private struct BridgeMaking: SiteBridgeMaking {
        let host: Host
        let plan: BridgePlan

        var lines: [String] { plan.lines(on: host.name) }

        func make(isManual: Bool, _ tell: @escaping @Sendable (BridgeProgress) -> Void) async throws(Failure) {
            try await host.createBridge(plan, confirmation: isManual ? .manual : .automatic, progress: tell)
        }
    }

    public func deletingBridge(_ name: String, force: Bool) async throws(Failure) -> any SiteBridgeDeletion {
        BridgeDeleting(host: self, shown: try await planBridgeDeletion(name, force: force))
    }

    private struct BridgeDeleting: SiteBridgeDeletion {
        let host: Host
        let shown: BridgeDeletion

        func delete(
            within timeout: Int, _ tell: @escaping @Sendable (BridgeProgress) -> Void
        ) async throws(Failure) { try await host.deleteBridge(shown, timeout: timeout, progress: tell) }
    }
}
