import Libvirt

extension Libvirt.StoragePool {
    /// Looks again for its volumes and sizes, so that files that came without libvirt are known. Maps to
    /// `virStoragePoolRefresh`.
    ///
    /// libvirt refuses while it makes or wipes a volume of the pool, and refreshes by itself after that.
    /// - Returns: false when it was refused for that reason: what it knew before is all there is.
    @discardableResult
    func refreshIfIdle() async throws(LibvirtError) -> Bool {
        do throws(LibvirtError) {
            try await refresh()
            return true
        } catch {
            guard [.internalError, .operationInvalid].contains(error.code) else { throw error }
            return false
        }
    }
}
