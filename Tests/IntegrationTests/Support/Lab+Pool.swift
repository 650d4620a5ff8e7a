import Libvirt

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Lab {
    /// Makes a pool in a directory of the test's own.
    /// - Returns: the pool's name, and the directory above that of the pool, for other files of the test.
    func pool() async throws -> (name: String, directory: String) {
        let directory = "/var/tmp/\(prefix)files"
        atEnd("the directory \(directory)") {
            if FileManager.default.fileExists(atPath: directory) {
                try FileManager.default.removeItem(atPath: directory)
            }
        }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
        return (try await pool("pool", at: "\(directory)/pool"), directory)
    }

    /// Makes a pool by the program itself.
    func pool(_ name: String, at path: String) async throws -> String {
        let name = prefix + name
        atEnd("the pool \(name)") { [connection] in
            do {
                let pool = try await connection.storagePool(named: name)
                if try await pool.isActive() { try await pool.destroy() }
                try await pool.undefine()
            } catch let error as LibvirtError where error.code == .noStoragePool {
                return
            }
        }
        try await succeeding("pool", "create", name, "--path", path, "--no-autostart")
        return name
    }
}
