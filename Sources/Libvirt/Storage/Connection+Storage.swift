internal import CLibvirt

extension Connection {
    /// All storage pools, in one call.
    ///
    /// Maps to `virConnectListAllStoragePools`.
    ///
    /// - Parameter selection: which of them; nothing means all.
    public func storagePools(_ selection: StoragePoolSelection = []) async throws(LibvirtError) -> [StoragePool] {
        let calls = try openHandle().calls
        return try await blocking("virConnectListAllStoragePools") { pointer throws(LibvirtError) in
            unsafe try takeList {
                unsafe virConnectListAllStoragePools(pointer, $0, selection.rawValue)
            } adopt: {
                unsafe StoragePool(adopting: $0, connection: self, calls: calls)
            }
        }
    }

    /// The pool of that name.
    ///
    /// Maps to `virStoragePoolLookupByName`.
    ///
    /// - Throws: `.noStoragePool` when there is none.
    public func storagePool(named name: String) async throws(LibvirtError) -> StoragePool {
        try checkText(name, "the pool's name")
        return try await storagePool("virStoragePoolLookupByName") { unsafe virStoragePoolLookupByName($0, name) }
    }

    /// The pool with that identity.
    ///
    /// Maps to `virStoragePoolLookupByUUID`.
    ///
    /// - Throws: `.noStoragePool` when there is none.
    public func storagePool(uuid: LibvirtUUID) async throws(LibvirtError) -> StoragePool {
        try await storagePool("virStoragePoolLookupByUUID") { unsafe virStoragePoolLookupByUUID($0, uuid.bytes) }
    }

    /// The running pool whose volumes are in that directory.
    ///
    /// Maps to `virStoragePoolLookupByTargetPath`.
    ///
    /// - Throws: `.noStoragePool` when there is none.
    public func storagePool(targetPath path: String) async throws(LibvirtError) -> StoragePool {
        try checkText(path, "the pool's path")
        return try await storagePool("virStoragePoolLookupByTargetPath") {
            unsafe virStoragePoolLookupByTargetPath($0, path)
        }
    }

    /// Defines a pool, or changes the definition of the one with the same name and identity. It is not started.
    ///
    /// Maps to `virStoragePoolDefineXML`.
    ///
    /// - Parameter validate: check the description against libvirt's schema first. `VIR_STORAGE_POOL_DEFINE_VALIDATE`
    public func defineStoragePool(xml: String, validate: Bool = false) async throws(LibvirtError) -> StoragePool {
        try checkText(xml, "the pool's description")
        let flags = validate ? VIR_STORAGE_POOL_DEFINE_VALIDATE.rawValue : 0
        return try await storagePool("virStoragePoolDefineXML") { unsafe virStoragePoolDefineXML($0, xml, flags) }
    }

    /// Starts a transient pool, which is forgotten once it is stopped.
    ///
    /// Maps to `virStoragePoolCreateXML`.
    ///
    /// - Parameter build: whether to build it first.
    public func createStoragePool(
        xml: String, build: StoragePool.BuildOnStart = .no
    ) async throws(LibvirtError) -> StoragePool {
        try checkText(xml, "the pool's description")
        return try await storagePool("virStoragePoolCreateXML") {
            unsafe virStoragePoolCreateXML($0, xml, build.rawValue)
        }
    }

    /// What could become the source of a pool, such as a server's exports, as a `<sources>` element.
    ///
    /// Maps to `virConnectFindStoragePoolSources`.
    ///
    /// - Parameters:
    ///   - type: the pool's kind, such as `netfs` or `logical`.
    ///   - source: where to look, as a `<source>` element; nil where the kind needs none.
    public func findStoragePoolSources(type: String, source: String? = nil) async throws(LibvirtError) -> String {
        try checkText(type, "the pool's kind")
        if let source { try checkText(source, "the pool's source") }
        return try await callForString("virConnectFindStoragePoolSources") {
            unsafe virConnectFindStoragePoolSources($0, type, source, 0)
        }
    }

    /// Which kinds of pools and volumes the host knows, as a `<storagepoolCapabilities>` element.
    ///
    /// Maps to `virConnectGetStoragePoolCapabilities`.
    public func storagePoolCapabilities() async throws(LibvirtError) -> String {
        try await callForString("virConnectGetStoragePoolCapabilities") {
            unsafe virConnectGetStoragePoolCapabilities($0, 0)
        }
    }

    /// The volume with that key, in any running pool.
    ///
    /// Maps to `virStorageVolLookupByKey`.
    ///
    /// - Throws: `.noStorageVolume` when there is none.
    public func storageVolume(key: String) async throws(LibvirtError) -> StorageVolume {
        try checkText(key, "the volume's key")
        return try await storageVolume("virStorageVolLookupByKey") { unsafe virStorageVolLookupByKey($0, key) }
    }

    /// The volume at that path, in any running pool.
    ///
    /// Maps to `virStorageVolLookupByPath`.
    ///
    /// - Throws: `.noStorageVolume` when there is none.
    public func storageVolume(path: String) async throws(LibvirtError) -> StorageVolume {
        try checkText(path, "the volume's path")
        return try await storageVolume("virStorageVolLookupByPath") { unsafe virStorageVolLookupByPath($0, path) }
    }

    /// Makes a call that hands out one pool.
    @safe private func storagePool(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
    ) async throws(LibvirtError) -> StoragePool {
        let calls = try openHandle().calls
        return try await blocking(name) { pointer throws(LibvirtError) in
            let pool = unsafe try check(body(pointer))
            return unsafe StoragePool(adopting: pool, connection: self, calls: calls)
        }
    }

    /// Makes a call that hands out one volume.
    @safe private func storageVolume(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
    ) async throws(LibvirtError) -> StorageVolume {
        let calls = try openHandle().calls
        return try await blocking(name) { pointer throws(LibvirtError) in
            let volume = unsafe try check(body(pointer))
            return unsafe StorageVolume(adopting: volume, connection: self, calls: calls)
        }
    }
}
