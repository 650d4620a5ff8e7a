import Libvirt
import LibvirtXML

extension Pool {
    /// The volumes in the order of their names. One call, and one a volume for its sizes, five at a time: libvirt has no
    /// bulk call for those.
    /// - Throws: ``Failure`` of kind state when the pool does not run.
    public func volumes() async throws(Failure) -> [VolumeSummary] {
        let name = name
        return try await handles("Cannot list the volumes of pool \(label)").concurrentMap {
            volume throws(Failure) -> VolumeSummary? in
            let text = try await Host.present("Cannot read the volume \(label)/\(volume.name)") {
                () throws(LibvirtError) in try await volume.xml()
            }
            guard let text, let view = try? LibvirtXML.Volume(parsing: text) else { return nil }
            return VolumeSummary(view, name: volume.name, pool: name, key: volume.key)
        }.compactMap(\.self)
    }

    /// The names of its volumes, sorted. One call.
    public func volumeNames() async throws(Failure) -> [String] {
        try await handles("Cannot list the volumes of pool \(label)").map(\.name)
    }

    private func handles(_ task: String) async throws(Failure) -> [Libvirt.StorageVolume] {
        try await requireActive(for: task)
        let handle = handle
        return try await doing(task) { () throws(LibvirtError) in try await handle.volumes() }
            .sorted { $0.name < $1.name }
    }

    /// - Returns: nil when there is none of that name.
    func volume(named name: String) async throws(Failure) -> Volume? {
        try await requireActive(for: "Cannot find the volume \(label)/\(name)")
        let handle = handle
        let found = try await Host.present("Cannot find the volume \(label)/\(name)") { () throws(LibvirtError) in
            try await handle.volume(named: name)
        }
        return found.map { Volume(pool: self, handle: $0) }
    }
}

extension Host {
    /// The volumes of the pools that the texts name, and the texts that name no pool.
    public func namedVolumes(pools texts: [String]) async throws(Failure) -> NamedRows<VolumeSummary> {
        let (pools, missing) = try await find(texts, of: Pool.self)
        var rows: [VolumeSummary] = []
        for pool in pools { rows += try await pool.volumes() }
        return NamedRows(rows: rows, missing: missing)
    }

    /// The volume at that address.
    /// - Throws: ``Failure`` of kind notFound for an unknown pool or volume, of kind state for a pool that does not run.
    public func volume(_ address: VolumeAddress) async throws(Failure) -> Volume {
        switch address.form {
        case .name(let name, let poolName):
            let pool = try await pool(poolName)
            if let volume = try await pool.volume(named: name) { return volume }
            let near = Spelling.nearest(to: name, among: try await pool.volumeNames())
            throw Failure(
                .notFound, "There is no volume '\(name)' in pool \(label(poolName))",
                remedy: near.map { "Did you mean '\(label(poolName))/\($0)'?" }
                    ?? "roost volume list \(reference(poolName))")
        case .path(let path):
            let found = try await Self.present("Cannot find the volume \(path)") { () throws(LibvirtError) in
                let volume = try await connection.storageVolume(path: path)
                return (volume, try await volume.pool())
            }
            guard let (volume, pool) = found else {
                throw Failure(
                    .notFound, "There is no volume at \(path)", why: "no running pool holds it",
                    remedy: "roost pool list shows the pools and their directories.")
            }
            return Volume(pool: Pool(host: self, handle: pool), handle: volume)
        }
    }
}
