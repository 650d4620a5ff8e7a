import Libvirt

/// Checks that the host has what a request's interfaces are connected to.
struct NetworkLook: Sendable {
    let host: Host
    let isSession: Bool
    /// Tells whether this computer has an interface of that name.
    var hasInterface: @Sendable (String) -> Bool = { LocalFiles.look("/sys/class/net/\($0)") != .missing }

    /// The names of the networks, as far as the request needs to know them.
    /// - Throws: ``Failure`` for a network that does not exist or is not started, a bridge or an interface that this
    ///   computer does not have. Those of another computer are left to libvirt.
    func networks(for request: MachineRequest) async throws(Failure) -> Set<String>? {
        let options = request.networks == .defaults ? [NetworkOption()] : request.networks.options
        var wanted: Set<String> = []
        for option in options {
            switch option.connection {
            case .automatic: if !isSession { wanted.insert("default") }
            case .network(let name, _): wanted.insert(name)
            case .bridge(let name): try check(name, "bridge")
            case .direct(let device, _): try check(device, "network interface")
            case .user, .ethernet: break
            }
        }
        guard !wanted.isEmpty else { return nil }
        let active = try await names(.active)
        if wanted.isSubset(of: active) { return active }
        // Nearly never needed, hence not asked for with the first call.
        let inactive = try await names(.inactive)
        if request.start, let stopped = wanted.intersection(inactive).min() {
            throw Failure(
                .state, "The network '\(stopped)' is not started",
                remedy: "Start it: roost net start \(ShellWord.quoted(stopped))")
        }
        return active.union(inactive)
    }

    private func names(_ selection: NetworkSelection) async throws(Failure) -> Set<String> {
        try await doing("Cannot list the networks") { () throws(LibvirtError) in
            Set(try await host.connection.networks(selection).map(\.name))
        }
    }

    private func check(_ name: String, _ kind: String) throws(Failure) {
        guard host.uri.isLocal, !hasInterface(name) else { return }
        throw Failure(
            .notFound, "This host has no \(kind) '\(name)'",
            remedy: "See them with 'ip link', or use a virtual network: --network network=default")
    }
}
