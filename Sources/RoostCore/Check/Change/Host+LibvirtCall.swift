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
            if try await !networks().contains(where: { $0.name == "default" }) {
                try await doing("Cannot make the network default") { () throws(LibvirtError) in
                    _ = try await connection.defineNetwork(xml: Self.defaultNetwork)
                }
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

    /// As libvirt's own packages bring it.
    private static let defaultNetwork = """
        <network>
          <name>default</name>
          <forward mode='nat'/>
          <bridge name='virbr0' stp='on' delay='0'/>
          <ip address='192.168.122.1' netmask='255.255.255.0'>
            <dhcp><range start='192.168.122.2' end='192.168.122.254'/></dhcp>
          </ip>
        </network>
        """
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
