import Libvirt
import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a host holds, to be compared before and after.
struct HostInventory: Equatable {
    var machines: [String]
    var pools: [String]
    var volumes: [String]
    /// Everything under the lab's own directory and in that of the pool.
    var files: [String]
}

extension Lab {
    /// A directory of this test's own, which QEMU may pass and no pool stands for.
    var directory: String { "\(Self.imageDirectory)-\(prefix)create" }

    /// The name of a machine that `create` is to make. It and its usual disks are removed in the end.
    func newMachine(_ name: String) -> String {
        let name = prefix + name
        let directory = directory
        if (try? FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o711])) != nil
        {
            atEnd("the directory \(directory)") { try FileManager.default.removeItem(atPath: directory) }
        }
        atEnd("the disks of \(name)") {
            let files = try FileManager.default.contentsOfDirectory(atPath: Self.imageDirectory)
            for file in files where file.hasPrefix(name) {
                try FileManager.default.removeItem(atPath: "\(Self.imageDirectory)/\(file)")
            }
        }
        atEnd("the machine \(name)") { [connection] in try await Self.remove(name, from: connection) }
        return name
    }

    /// A file in the lab's own directory, which goes with it.
    func file(_ name: String) -> String { "\(directory)/\(name)" }

    /// libvirt refuses to look again while a volume is being made in the pool, were it by another test.
    private func refreshed(_ pool: Libvirt.StoragePool) async throws {
        for _ in 0..<100 {
            do throws(LibvirtError) {
                try await pool.refresh()
                return
            } catch {
                guard error.code == .internalError else { throw error }
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        throw LabError(what: "pool \(pool.name) was busy for 20 seconds")
    }

    /// This test's own part of what the host holds.
    func inventory() async throws -> HostInventory {
        var volumes: [String] = []
        let pools = try await connection.storagePools()
        for pool in pools where pool.name == "default" {
            try await refreshed(pool)
            volumes += try await pool.volumes().map(\.name)
        }
        let own = try FileManager.default.contentsOfDirectory(atPath: Self.imageDirectory)
        let files = own + ((try? FileManager.default.subpathsOfDirectory(atPath: directory)) ?? [])
        let isOwn = { [prefix] (name: String) in name.contains(prefix) }
        var paths: [String] = []
        for pool in pools {
            do throws(LibvirtError) {
                if isOwn(try await pool.xml()) { paths.append(pool.name) }
            } catch {
                // Another test's pool that stood for a moment only.
                guard error.code == .noStoragePool else { throw error }
            }
        }
        return HostInventory(
            machines: try await connection.domains().map(\.name).filter(isOwn).sorted(), pools: paths.sorted(),
            volumes: volumes.filter(isOwn).sorted(), files: files.filter { isOwn($0) || $0 == "new" }.sorted())
    }

    /// Looks again and again until it is so, for what the host has no event for. The test's time limit ends it.
    func eventually(_ what: String, _ look: () async throws -> Bool) async throws {
        while !(try await look()) { try await Task.sleep(for: .milliseconds(200)) }
    }
}
