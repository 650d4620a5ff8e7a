import Libvirt

extension Host {
    /// How things stand on the host. Five calls, however many machines there are.
    func picture() async throws(Failure) -> HostPicture {
        let (connection, task) = (connection, "Cannot look at the host")
        let statistics = try await doing(task) { () throws(LibvirtError) in
            try await connection.domainStatistics([.state], flags: .noWait)
        }
        var things: [HostPicture.Key: HostPicture.Facts] = [:]
        for entry in statistics {
            things[HostPicture.Key(subject: .machine, uuid: entry.domain.uuid.description)] = HostPicture.Facts(
                name: entry.domain.name, state: MachineState(entry.status?.state), run: entry.domain.id.map(Int.init))
        }
        let networks = try await unlessMissing(task) { () throws(LibvirtError) in
            (all: try await connection.networks(), active: try await connection.networks(.active))
        }
        let activeNetworks = Set(networks?.active.map(\.uuid) ?? [])
        for network in networks?.all ?? [] {
            things[HostPicture.Key(subject: .network, uuid: network.uuid.description)] = HostPicture.Facts(
                name: network.name, state: activeNetworks.contains(network.uuid) ? .running : .off)
        }
        let pools = try await unlessMissing(task) { () throws(LibvirtError) in
            (all: try await connection.storagePools(), active: try await connection.storagePools(.active))
        }
        let activePools = Set(pools?.active.map(\.uuid) ?? [])
        for pool in pools?.all ?? [] {
            things[HostPicture.Key(subject: .pool, uuid: pool.uuid.description)] = HostPicture.Facts(
                name: pool.name, state: activePools.contains(pool.uuid) ? .running : .off)
        }
        return HostPicture(things)
    }

    /// A daemon without networks or storage of its own still has machines to tell of.
    func unlessMissing<Value>(
        _ task: String, _ body: () async throws(LibvirtError) -> Value
    ) async throws(Failure) -> Value? {
        do {
            return try await body()
        } catch {
            if error.code == .noSupport { return nil }
            throw Failure(task, error)
        }
    }
}
