internal import CLibvirt

/// A place on a host that holds volumes, such as a directory or an LVM volume group.
public final class StoragePool: LibvirtObject {
    /// The connection that the pool was fetched through.
    public let connection: Connection
    /// The pool's name.
    ///
    /// Maps to `virStoragePoolGetName`.
    public let name: String
    /// The pool's identity.
    ///
    /// Maps to `virStoragePoolGetUUID`.
    public let uuid: LibvirtUUID

    let handle: Handle

    /// Takes over one reference. To be called on a blocking thread.
    init(adopting pointer: OpaquePointer, connection: Connection, calls: CallThreads) {
        self.connection = connection
        handle = unsafe Handle(adopting: pointer, calls: calls) { unsafe _ = virStoragePoolFree($0) }
        name = unsafe virStoragePoolGetName(pointer).map { unsafe String(cString: $0) } ?? ""
        uuid = LibvirtUUID { unsafe virStoragePoolGetUUID(pointer, $0) }
    }
}

extension StoragePool {
    /// Whether the pool runs.
    ///
    /// Maps to `virStoragePoolIsActive`.
    public func isActive() async throws(LibvirtError) -> Bool {
        try await callForTruth("virStoragePoolIsActive") { unsafe virStoragePoolIsActive($0) }
    }

    /// Whether the pool outlives its being stopped.
    ///
    /// Maps to `virStoragePoolIsPersistent`.
    public func isPersistent() async throws(LibvirtError) -> Bool {
        try await callForTruth("virStoragePoolIsPersistent") { unsafe virStoragePoolIsPersistent($0) }
    }

    /// Whether the pool starts together with its host.
    ///
    /// Maps to `virStoragePoolGetAutostart`.
    public func autostart() async throws(LibvirtError) -> Bool {
        try await blocking("virStoragePoolGetAutostart") { pool throws(LibvirtError) in
            var autostart: Int32 = 0
            try check(unsafe virStoragePoolGetAutostart(pool, &autostart))
            return autostart != 0
        }
    }

    /// Says whether the pool starts together with its host.
    ///
    /// Maps to `virStoragePoolSetAutostart`.
    ///
    /// - Throws: `.invalidArgument` or `.operationInvalid` for a transient pool.
    public func setAutostart(_ autostart: Bool) async throws(LibvirtError) {
        try await call("virStoragePoolSetAutostart") { unsafe virStoragePoolSetAutostart($0, autostart ? 1 : 0) }
    }

    /// The pool's state and sizes, as of its last refresh.
    ///
    /// Maps to `virStoragePoolGetInfo`.
    public func info() async throws(LibvirtError) -> StoragePoolInfo {
        try await blocking("virStoragePoolGetInfo") { pool throws(LibvirtError) in
            var info = virStoragePoolInfo()
            try check(unsafe virStoragePoolGetInfo(pool, &info))
            return StoragePoolInfo(info)
        }
    }

    /// The pool's description.
    ///
    /// Maps to `virStoragePoolGetXMLDesc`.
    ///
    /// - Parameter inactive: what holds from the next start on, instead of what runs. `VIR_STORAGE_XML_INACTIVE`
    public func xml(inactive: Bool = false) async throws(LibvirtError) -> String {
        let flags = inactive ? VIR_STORAGE_XML_INACTIVE.rawValue : 0
        return try await callForString("virStoragePoolGetXMLDesc") { unsafe virStoragePoolGetXMLDesc($0, flags) }
    }

    /// Makes what the pool needs on the host, such as its directory or its file system.
    ///
    /// Maps to `virStoragePoolBuild`.
    ///
    /// - Throws: `.operationInvalid` when the pool runs, `.storagePoolBuilt` or `.operationFailed` when something is
    ///   there that `mode` keeps from being overwritten.
    public func build(_ mode: BuildMode = .new) async throws(LibvirtError) {
        try await call("virStoragePoolBuild") { unsafe virStoragePoolBuild($0, mode.rawValue) }
    }

    /// Starts a defined pool.
    ///
    /// Maps to `virStoragePoolCreate`.
    ///
    /// - Parameter build: whether to build it first.
    /// - Throws: `.operationInvalid` when it runs.
    public func start(build: BuildOnStart = .no) async throws(LibvirtError) {
        try await call("virStoragePoolCreate") { unsafe virStoragePoolCreate($0, build.rawValue) }
    }

    /// Stops the pool. What it holds stays. A transient pool is forgotten then.
    ///
    /// Maps to `virStoragePoolDestroy`.
    ///
    /// - Throws: `.operationInvalid` when it does not run.
    public func destroy() async throws(LibvirtError) {
        try await call("virStoragePoolDestroy") { unsafe virStoragePoolDestroy($0) }
    }

    /// Deletes what the pool stands on, such as its directory, which must be empty. The definition stays.
    ///
    /// Maps to `virStoragePoolDelete`.
    ///
    /// - Parameter zeroed: overwrite everything with zeroes, where the pool's kind can.
    ///   `VIR_STORAGE_POOL_DELETE_ZEROED`
    /// - Throws: `.operationInvalid` when the pool runs.
    public func delete(zeroed: Bool = false) async throws(LibvirtError) {
        let flags = zeroed ? VIR_STORAGE_POOL_DELETE_ZEROED.rawValue : VIR_STORAGE_POOL_DELETE_NORMAL.rawValue
        try await call("virStoragePoolDelete") { unsafe virStoragePoolDelete($0, flags) }
    }

    /// Removes the pool's definition. What it holds stays.
    ///
    /// Maps to `virStoragePoolUndefine`.
    ///
    /// - Throws: `.operationInvalid` when the pool runs.
    public func undefine() async throws(LibvirtError) {
        try await call("virStoragePoolUndefine") { unsafe virStoragePoolUndefine($0) }
    }

    /// Looks again for the pool's volumes and sizes.
    ///
    /// Maps to `virStoragePoolRefresh`.
    ///
    /// - Throws: `.operationInvalid` when the pool does not run, `.internalError` while a volume of it is being
    ///   transferred.
    public func refresh() async throws(LibvirtError) {
        try await call("virStoragePoolRefresh") { unsafe virStoragePoolRefresh($0, 0) }
    }
}
