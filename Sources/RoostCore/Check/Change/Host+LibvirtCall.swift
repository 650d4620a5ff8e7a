import Libvirt
import LibvirtXML

extension Host {
    /// Does what a change asks of libvirt; what is so already stays.
    func make(_ call: HostChange.LibvirtCall) async throws(Failure) {
        switch call {
        case .startNetwork(let name): try await network(exactly: name).startUnlessActive()
        case .autostartNetwork(let name): try await network(exactly: name).setAutostart(true)
        case .startPool(let name): try await pool(exactly: name).startUnlessActive()
        case .autostartPool(let name): try await pool(exactly: name).startWithHost()
        case .makeDefaultNetwork:
            guard try await networks().contains(where: { $0.name == "default" }) else {
                _ = try await createNetwork(try await planDefaultNetwork())
                return
            }
            let network = try await network(exactly: "default")
            try await network.startUnlessActive()
            try await network.setAutostart(true)
        case .makeDefaultPool:
            if try await !pools().contains(where: { $0.name == "default" }) {
                let others = try await poolList()
                // Two pools in one directory would each tell wrong sizes.
                if others.contains(where: { $0.path == "/var/lib/libvirt/images" && $0.active }) { return }
                _ = try await createPool(
                    PoolRequest(
                        name: "default", source: .directory(path: "/var/lib/libvirt/images"), start: true,
                        autostart: true))
                return
            }
            let pool = try await pool(exactly: "default")
            try await pool.startUnlessActive()
            try await pool.startWithHost()
        }
    }

    /// As libvirt's own packages bring it, or elsewhere where its addresses are taken: the host may be a guest itself.
    private func planDefaultNetwork() async throws(Failure) -> NetworkPlan {
        var request = NetworkRequest(name: "default")
        request.subnet = .given(try NetworkSubnet(parsing: "192.168.122.0/24", option: "--subnet", isIPv6: false))
        do throws(Failure) {
            return try await planNetwork(request)
        } catch {
            guard error.kind == .exists else { throw error }
            request.subnet = .automatic
            return try await planNetwork(request)
        }
    }
}

extension VirtualNetwork {
    fileprivate func startUnlessActive() async throws(Failure) {
        let handle = handle
        let isActive = try await doing("Cannot read network \(label)") { () throws(LibvirtError) in
            try await handle.isActive()
        }
        if !isActive { try await start() }
    }
}

extension Pool {
    fileprivate func startWithHost() async throws(Failure) {
        let handle = handle
        try await doing("Cannot set the autostart of pool \(label)") { () throws(LibvirtError) in
            try await handle.setAutostart(true)
        }
    }

    fileprivate func startUnlessActive() async throws(Failure) {
        let handle = handle
        let isActive = try await doing("Cannot read pool \(label)") { () throws(LibvirtError) in
            try await handle.isActive()
        }
        if !isActive { try await start() }
    }
}
