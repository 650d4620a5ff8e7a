import Libvirt
import LibvirtXML

extension Host {
    /// Every storage pool in the order of their names. One call.
    public func pools() async throws(Failure) -> [Pool] {
        let pools = try await doing("Cannot list the pools") { () throws(LibvirtError) in
            try await connection.storagePools()
        }
        return pools.map { Pool(host: self, handle: $0) }.sorted { $0.name < $1.name }
    }

    /// The pools that the texts name, or all without any.
    /// - Throws: ``Failure`` of kind notFound that lists the known ones, for a name that no pool has.
    public func pools(_ texts: [String]) async throws(Failure) -> [Pool] {
        let (found, missing) = try await find(texts, of: Pool.self)
        if let failure = texts.lazy.compactMap({ missing[$0] }).first { throw failure }
        return found
    }

    /// The one pool that the text names.
    /// - Throws: ``Failure`` of kind notFound that lists the known ones, or usage when a pattern names several.
    public func pool(_ text: String) async throws(Failure) -> Pool {
        let found = try await pools([text])
        guard found.count == 1 else {
            throw Failure(.usage, "'\(text)' names \(found.count) pools", why: "this takes one")
        }
        return found[0]
    }

    /// The pool of exactly that name, which is no pattern. One call.
    /// - Throws: ``Failure`` of kind notFound.
    public func pool(exactly name: String) async throws(Failure) -> Pool {
        let handle = try await doing("There is no pool '\(name)'") { () throws(LibvirtError) in
            try await connection.storagePool(named: name)
        }
        return Pool(host: self, handle: handle)
    }

    /// The pools as rows: three calls, and one a pool for its path.
    public func poolList(_ texts: [String] = []) async throws(Failure) -> [PoolSummary] {
        let list = try await namedPools(texts)
        if let failure = texts.lazy.compactMap({ list.missing[$0] }).first { throw failure }
        return list.rows
    }

    /// The same, with the texts that name nothing.
    public func namedPools(_ texts: [String]) async throws(Failure) -> NamedRows<PoolSummary> {
        let (pools, missing) = try await find(texts, of: Pool.self)
        let (active, autostart) = try await doing("Cannot list the pools") {
            () throws(LibvirtError) -> (Set<LibvirtUUID>, Set<LibvirtUUID>) in
            (
                Set(try await connection.storagePools(.active).map(\.uuid)),
                Set(try await connection.storagePools(.autostart).map(\.uuid))
            )
        }
        let transient = try await doing("Cannot list the pools") { () throws(LibvirtError) in
            Set(try await connection.storagePools(.transient).map(\.uuid))
        }
        let rows = try await pools.concurrentMap { pool throws(Failure) -> PoolSummary? in
            guard let view = try await Self.unlessGone({ () throws(Failure) in try await pool.view() }) else {
                return nil
            }
            let uuid = pool.handle.uuid
            return PoolSummary(
                pool, view, active: active.contains(uuid), autostart: autostart.contains(uuid),
                persistent: !transient.contains(uuid))
        }.compactMap(\.self)
        return NamedRows(rows: rows, missing: missing)
    }
}

extension Pool {
    public func details() async throws(Failure) -> PoolDetails {
        let view = try await view()
        let handle = handle
        let (active, autostart, persistent) = try await doing("Cannot read pool \(label)") {
            () throws(LibvirtError) -> (Bool, Bool, Bool) in
            (try await handle.isActive(), try await handle.autostart(), try await handle.isPersistent())
        }
        let volumes =
            active
            ? try await Host.present("Cannot list the volumes of pool \(label)") {
                () throws(LibvirtError) in try await handle.volumes().map(\.name)
            } : nil
        let sources =
            view.hosts.compactMap(\.name) + view.sourceDevices
            + [view.sourceDirectory, view.sourceName].compactMap(\.self)
        return PoolDetails(
            pool: PoolSummary(self, view, active: active, autostart: autostart, persistent: persistent),
            volumes: volumes?.count, unfinishedUploads: (volumes ?? []).filter { PartialName(of: $0) != nil }.sorted(),
            sources: sources, mode: view.permissions.mode.map { String($0, radix: 8) }.map { "0" + $0 })
    }
}

extension PoolSummary {
    init(_ pool: Pool, _ view: LibvirtXML.StoragePool, active: Bool, autostart: Bool, persistent: Bool) {
        self.init(
            name: pool.name, uuid: pool.uuid, host: pool.host.name, type: view.type?.rawValue ?? "unknown",
            active: active, autostart: autostart, persistent: persistent, path: view.path,
            capacity: view.capacity ?? 0, allocation: view.allocation ?? 0,
            available: active ? pool.free(view.available ?? 0, view) : 0)
    }
}
