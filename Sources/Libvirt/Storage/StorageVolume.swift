internal import CLibvirt

/// A piece of storage for one machine, such as a disk image.
public final class StorageVolume: LibvirtObject {
    /// The connection that the volume was fetched through.
    public let connection: Connection
    /// The volume's name, unique in its pool.
    ///
    /// Maps to `virStorageVolGetName`.
    public let name: String
    /// What identifies the volume on its host; for files the path.
    ///
    /// Maps to `virStorageVolGetKey`.
    public let key: String

    let handle: Handle

    /// Takes over one reference. To be called on a blocking thread.
    init(adopting pointer: OpaquePointer, connection: Connection, calls: CallThreads) {
        self.connection = connection
        handle = unsafe Handle(adopting: pointer, calls: calls) { unsafe _ = virStorageVolFree($0) }
        name = unsafe virStorageVolGetName(pointer).map { unsafe String(cString: $0) } ?? ""
        key = unsafe virStorageVolGetKey(pointer).map { unsafe String(cString: $0) } ?? ""
    }
}

extension StorageVolume {
    /// Where the volume is on its host; what a machine's disk refers to.
    ///
    /// Maps to `virStorageVolGetPath`.
    public func path() async throws(LibvirtError) -> String {
        try await callForString("virStorageVolGetPath") { unsafe virStorageVolGetPath($0) }
    }

    /// The volume's kind and sizes.
    ///
    /// Maps to `virStorageVolGetInfo`.
    public func info() async throws(LibvirtError) -> StorageVolumeInfo {
        try await blocking("virStorageVolGetInfo") { volume throws(LibvirtError) in
            var info = virStorageVolInfo()
            try check(unsafe virStorageVolGetInfo(volume, &info))
            return StorageVolumeInfo(info)
        }
    }

    /// The volume's kind and sizes, where `allocation` is the size of the file or device and not what it takes.
    ///
    /// Maps to `virStorageVolGetInfoFlags` with `VIR_STORAGE_VOL_GET_PHYSICAL`.
    public func physicalInfo() async throws(LibvirtError) -> StorageVolumeInfo {
        try await blocking("virStorageVolGetInfoFlags") { volume throws(LibvirtError) in
            var info = virStorageVolInfo()
            try check(unsafe virStorageVolGetInfoFlags(volume, &info, VIR_STORAGE_VOL_GET_PHYSICAL.rawValue))
            return StorageVolumeInfo(info)
        }
    }

    /// The volume's description.
    ///
    /// Maps to `virStorageVolGetXMLDesc`.
    public func xml() async throws(LibvirtError) -> String {
        try await callForString("virStorageVolGetXMLDesc") { unsafe virStorageVolGetXMLDesc($0, 0) }
    }

    /// The pool that holds the volume.
    ///
    /// Maps to `virStoragePoolLookupByVolume`.
    public func pool() async throws(LibvirtError) -> StoragePool {
        let (connection, calls) = (connection, handle.calls)
        return try await blocking("virStoragePoolLookupByVolume") { volume throws(LibvirtError) in
            let pool = unsafe try check(virStoragePoolLookupByVolume(volume))
            return unsafe StoragePool(adopting: pool, connection: connection, calls: calls)
        }
    }

    /// Changes the volume's capacity.
    ///
    /// Maps to `virStorageVolResize`.
    ///
    /// - Parameter capacity: in bytes; the new size, or with `.delta` by how much to change it.
    /// - Throws: `.invalidArgument` when it would become smaller without `.shrink`.
    public func resize(to capacity: UInt64, options: ResizeOptions = []) async throws(LibvirtError) {
        try await call("virStorageVolResize") { unsafe virStorageVolResize($0, capacity, options.rawValue) }
    }

    /// Deletes the volume and its content.
    ///
    /// Maps to `virStorageVolDelete`.
    public func delete(options: DeleteOptions = []) async throws(LibvirtError) {
        try await call("virStorageVolDelete") { unsafe virStorageVolDelete($0, options.rawValue) }
    }

    /// Makes the volume's content unreadable. It can take hours, hence it belongs on the connection for long work.
    ///
    /// Maps to `virStorageVolWipePattern`.
    public func wipe(_ algorithm: WipeAlgorithm = .zero) async throws(LibvirtError) {
        try await call("virStorageVolWipePattern") { unsafe virStorageVolWipePattern($0, algorithm.rawValue, 0) }
    }
}
