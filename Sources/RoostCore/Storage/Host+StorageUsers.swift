import Libvirt
import LibvirtXML

extension Host {
    /// Who needs which file: from every machine's definition, running and next, and from every volume's backing store.
    ///
    /// libvirt has no bulk call for descriptions, so it costs one call a stopped machine, two a running one, and one a
    /// volume, five at a time.
    /// - Parameter volumes: also look at the volumes of all running pools for the images that they stand on. A stopped
    ///   machine's definition names its disk alone, not what that disk stands on.
    /// - Throws: ``Failure`` when a machine's definition cannot be read: then nothing may be called unused.
    public func storageUsers(volumes: Bool = true) async throws(Failure) -> StorageUsers {
        let paths = StoragePath(isLocal: uri.isLocal)
        var uses = try await machines().concurrentMap { machine throws(Failure) in
            try await machine.storageUses(paths)
        }.flatMap(\.self)
        if volumes { uses += try await backingStores(paths) }
        return StorageUsers(uses: uses, paths: paths)
    }

    private func backingStores(_ paths: StoragePath) async throws(Failure) -> [StorageUse] {
        let pools = try await doing("Cannot list the pools") { () throws(LibvirtError) in
            try await connection.storagePools(.active)
        }
        let volumes = try await pools.concurrentMap { pool throws(Failure) in
            try await Self.present("Cannot list the volumes of pool \(pool.name)") { () throws(LibvirtError) in
                try await pool.volumes()
            } ?? []
        }.flatMap(\.self)
        return try await volumes.concurrentMap { volume throws(Failure) -> StorageUse? in
            let text = try await Self.present("Cannot read the volume \(volume.name)") { () throws(LibvirtError) in
                try await volume.xml()
            }
            guard let text, let view = try? LibvirtXML.Volume(parsing: text), let backing = view.backingPath else {
                return nil
            }
            return StorageUse(
                path: paths.canonical(Self.absolute(backing, beside: view.path)), role: .backing, isActive: false,
                volume: view.path ?? volume.key)
        }.compactMap(\.self)
    }

    /// nil where the thing has gone, or its pool was stopped, since it was listed.
    static func present<Value>(
        _ task: @autoclosure () -> String, _ body: () async throws(LibvirtError) -> Value
    ) async throws(Failure) -> Value? {
        do {
            return try await body()
        } catch {
            let gone: [LibvirtError.Code] = [
                .noStorageVolume, .noStoragePool, .noDomain, .noNetwork, .operationInvalid,
            ]
            if gone.contains(error.code) { return nil }
            throw Failure(task(), error)
        }
    }

    /// nil where what was listed a moment ago has gone.
    static func unlessGone<Value>(_ body: () async throws(Failure) -> Value) async throws(Failure) -> Value? {
        do {
            return try await body()
        } catch {
            guard error.kind == .notFound else { throw error }
            return nil
        }
    }

    /// An image may name the one below it relative to its own directory.
    private static func absolute(_ backing: String, beside path: String?) -> String {
        guard !backing.hasPrefix("/"), let path, let slash = path.lastIndex(of: "/") else { return backing }
        return path[...slash] + backing
    }
}

extension Machine {
    /// The files and devices that it needs, now and at its next start.
    fileprivate func storageUses(_ paths: StoragePath) async throws(Failure) -> [StorageUse] {
        var texts: [String] = []
        let isActive = id != nil
        // What a running machine uses may differ from what its definition asks for: both count.
        for flags in isActive ? [Libvirt.Domain.XMLFlags(), .inactive] : [.inactive] {
            let text = try await Host.present("Cannot read the definition of \(name)") { () throws(LibvirtError) in
                try await domain.xml(flags)
            }
            if let text { texts.append(text) }
        }
        var uses: [StorageUse] = []
        for text in texts {
            let view: LibvirtXML.Domain
            do {
                view = try LibvirtXML.Domain(parsing: text)
            } catch {
                throw Failure(.general, "Cannot read the definition of \(name)", why: "\(error)")
            }
            uses += try await self.uses(in: view, isActive: isActive, paths)
        }
        var seen: Set<StorageUse> = []
        return uses.filter { seen.insert($0).inserted }
    }

    private func uses(
        in view: LibvirtXML.Domain, isActive: Bool, _ paths: StoragePath
    ) async throws(Failure) -> [StorageUse] {
        var uses: [StorageUse] = []
        func add(_ path: String?, _ role: StorageUse.Role, _ target: String? = nil) {
            guard let path else { return }
            uses.append(
                StorageUse(
                    path: paths.canonical(path), role: role, machine: name, machineUUID: uuid, isActive: isActive,
                    target: target))
        }
        for disk in view.devices.disks {
            add(
                try await path(of: disk.source), StorageUse.Role(rawValue: disk.device?.rawValue ?? "disk"), disk.target
            )
            for store in disk.backingChain { add(try await path(of: store.source), .backing, disk.target) }
        }
        add(view.os.nvram, .nvram)
        add(view.os.kernel, .kernel)
        add(view.os.initrd, .initrd)
        return uses
    }

    /// The path behind a disk's source; nil for a source on the network, and for a volume that is not there now.
    private func path(of source: StorageSource?) async throws(Failure) -> String? {
        guard case .volume(let pool, let volume) = source else { return source?.path }
        return try await Host.present("Cannot find the volume \(pool)/\(volume) of \(name)") {
            () throws(LibvirtError) in
            try await host.connection.storagePool(named: pool).volume(named: volume).path()
        }
    }
}
