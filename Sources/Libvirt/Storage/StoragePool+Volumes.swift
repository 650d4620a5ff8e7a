internal import CLibvirt

extension StoragePool {
    /// The number of volumes.
    ///
    /// Maps to `virStoragePoolNumOfVolumes`.
    ///
    /// - Throws: `.operationInvalid` when the pool does not run.
    public func volumeCount() async throws(LibvirtError) -> Int {
        Int(try await call("virStoragePoolNumOfVolumes") { unsafe virStoragePoolNumOfVolumes($0) })
    }

    /// All volumes, in one call.
    ///
    /// Maps to `virStoragePoolListAllVolumes`.
    ///
    /// - Throws: `.operationInvalid` when the pool does not run.
    public func volumes() async throws(LibvirtError) -> [StorageVolume] {
        let (connection, calls) = (connection, handle.calls)
        return try await blocking("virStoragePoolListAllVolumes") { pool throws(LibvirtError) in
            unsafe try takeList {
                unsafe virStoragePoolListAllVolumes(pool, $0, 0)
            } adopt: {
                unsafe StorageVolume(adopting: $0, connection: connection, calls: calls)
            }
        }
    }

    /// The volume of that name.
    ///
    /// Maps to `virStorageVolLookupByName`.
    ///
    /// - Throws: `.noStorageVolume` when there is none.
    public func volume(named name: String) async throws(LibvirtError) -> StorageVolume {
        try checkText(name, "the volume's name")
        return try await volume("virStorageVolLookupByName") { unsafe virStorageVolLookupByName($0, name) }
    }

    /// Makes a volume.
    ///
    /// Maps to `virStorageVolCreateXML`.
    ///
    /// - Throws: `.storageVolumeExists` when the name is taken.
    public func createVolume(
        xml: String, options: StorageVolume.CreateOptions = []
    ) async throws(LibvirtError) -> StorageVolume {
        try checkText(xml, "the volume's description")
        return try await volume("virStorageVolCreateXML") { unsafe virStorageVolCreateXML($0, xml, options.rawValue) }
    }

    /// Makes a volume with the content of another one, which may be in another pool of the same host. It can take
    /// minutes, hence it belongs on the connection for long work.
    ///
    /// Maps to `virStorageVolCreateXMLFrom`.
    ///
    /// - Parameter source: must not be in use.
    /// - Throws: `.storageVolumeExists` when the name is taken.
    public func createVolume(
        xml: String, from source: StorageVolume, options: StorageVolume.CreateOptions = []
    ) async throws(LibvirtError) -> StorageVolume {
        try checkText(xml, "the volume's description")
        let source = source.handle
        return try await volume("virStorageVolCreateXMLFrom") {
            unsafe virStorageVolCreateXMLFrom($0, xml, source.pointer, options.rawValue)
        }
    }

    /// Makes a call that hands out one volume.
    @safe private func volume(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
    ) async throws(LibvirtError) -> StorageVolume {
        let (connection, calls) = (connection, handle.calls)
        return try await blocking(name) { pointer throws(LibvirtError) in
            let volume = unsafe try check(body(pointer))
            return unsafe StorageVolume(adopting: volume, connection: connection, calls: calls)
        }
    }
}
