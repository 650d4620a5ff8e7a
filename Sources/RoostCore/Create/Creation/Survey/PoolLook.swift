import Libvirt
import LibvirtXML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Looks at the storage pools that a request's new disks go to, and at no other.
struct PoolLook: Sendable {
    let host: Host
    let isSession: Bool

    static let usual = "default"

    /// - Parameter missing: whether nothing lies at a place that the request names.
    func pools(
        for request: MachineRequest, missing: (StoragePlace) -> Bool
    ) async throws(Failure) -> [PoolSight] {
        var names: Set<String> = []
        var directories: Set<String> = []
        if request.disks == .defaults, case .cdrom = request.install { names.insert(Self.usual) }
        for disk in request.disks.options {
            switch disk.source {
            case .newVolume(let pool): names.insert(pool ?? Self.usual)
            case .volume(let pool, _): names.insert(pool)
            case .path(let path) where missing(.path(path)) && disk.makesImage:
                directories.insert(Self.directory(of: path))
            case .path, .network, .empty: break
            }
        }
        var sights: [PoolSight] = []
        for name in names.sorted() { sights.append(try await pool(named: name)) }
        for directory in directories.sorted() where !sights.contains(where: { $0.facts.path == directory }) {
            if let sight = try await pool(of: directory) { sights.append(sight) }
        }
        return sights
    }

    static func directory(of path: String) -> String {
        guard let cut = path.lastIndex(of: "/"), cut > path.startIndex else { return "/" }
        return String(path[..<cut])
    }

    private func pool(named name: String) async throws(Failure) -> PoolSight {
        let pool: Libvirt.StoragePool
        do throws(LibvirtError) {
            pool = try await host.connection.storagePool(named: name)
        } catch {
            guard error.code == .noStoragePool else {
                throw Failure("Cannot look at the storage pool '\(name)'", error)
            }
            if name == Self.usual, let path = usualPath {
                let facts = PoolFacts(name, kind: .directory, path: path, volumes: Self.files(in: path))
                return PoolSight(facts: facts, isMissing: true)
            }
            throw try await unknown(name)
        }
        return try await doingUnlessStopped(name) { () throws(LibvirtError) in
            let volumes = Set(try await pool.volumes().map(\.name))
            return Self.sight(try await pool.xml(), name: name, volumes: volumes, canSeeFiles: host.uri.isLocal)
        }
    }

    private func pool(of directory: String) async throws(Failure) -> PoolSight? {
        do throws(LibvirtError) {
            let pool = try await host.connection.storagePool(targetPath: directory)
            return Self.sight(try await pool.xml(), name: pool.name, volumes: [], canSeeFiles: host.uri.isLocal)
        } catch {
            if error.code == .noStoragePool { return nil }
            throw Failure("Cannot look at \(directory)", error)
        }
    }

    private func doingUnlessStopped(
        _ name: String, _ body: () async throws(LibvirtError) -> PoolSight
    ) async throws(Failure) -> PoolSight {
        do throws(LibvirtError) {
            return try await body()
        } catch {
            guard error.code == .operationInvalid else {
                throw Failure("Cannot look at the storage pool '\(name)'", error)
            }
            throw Failure(
                .state, "The storage pool '\(name)' is not started",
                remedy: "Start it: roost pool start \(ShellWord.quoted(name))")
        }
    }

    private static func sight(_ text: String, name: String, volumes: Set<String>, canSeeFiles: Bool) -> PoolSight {
        let pool = try? LibvirtXML.StoragePool(parsing: text)
        let kind = PoolFacts.Kind(poolType: pool?.type?.rawValue ?? "")
        let path = pool?.path
        var (volumes, available) = (volumes, pool?.available)
        if canSeeFiles, kind == .directory, let path {
            // libvirt's own view is that of the pool's last refresh.
            volumes.formUnion(files(in: path))
            available = LocalFiles.freeSpace(path) ?? available
        }
        return PoolSight(facts: PoolFacts(name, kind: kind, path: path, volumes: volumes), available: available)
    }

    private static func files(in directory: String) -> Set<String> {
        Set((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [])
    }

    private func unknown(_ name: String) async throws(Failure) -> Failure {
        let known = try await doing("Cannot list the storage pools") { () throws(LibvirtError) in
            try await host.connection.storagePools().map(\.name).sorted()
        }
        let nearest = Spelling.nearest(to: name, among: known).map { "Did you mean \($0)? " } ?? ""
        return Failure(
            .notFound, "There is no storage pool '\(name)'",
            why: known.isEmpty ? "the host has none" : "the host has \(known.joined(separator: ", "))",
            remedy: "\(nearest)A disk can also be given by its path: --disk /PATH/NAME.qcow2,size=20")
    }

    /// Where libvirt's tools keep images, as far as it is known from here.
    private var usualPath: String? {
        guard isSession else { return "/var/lib/libvirt/images" }
        guard host.uri.isLocal else { return nil }
        let environment = ProcessInfo.processInfo.environment
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return "\(data)/libvirt/images" }
        return environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.local/share/libvirt/images" : nil }
    }
}
