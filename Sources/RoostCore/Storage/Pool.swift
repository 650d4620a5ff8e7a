internal import Libvirt
internal import LibvirtXML

/// One storage pool of a host: what the pool and volume commands act on.
public struct Pool: Sendable {
    public let host: Host
    public let name: String
    /// In canonical form.
    public let uuid: String
    /// libvirt's handle.
    let handle: Libvirt.StoragePool

    init(host: Host, handle: Libvirt.StoragePool) {
        self.host = host
        self.handle = handle
        name = handle.name
        uuid = handle.uuid.description
    }

    /// The description as libvirt prints it.
    public func xml() async throws(Failure) -> String {
        try await doing("Cannot read pool \(label)") { () throws(LibvirtError) in try await handle.xml() }
    }

    func view() async throws(Failure) -> LibvirtXML.StoragePool {
        let text = try await xml()
        do {
            return try LibvirtXML.StoragePool(parsing: text)
        } catch {
            throw Failure(.general, "Cannot read pool \(label)", why: "\(error)")
        }
    }

    func isActive() async throws(Failure) -> Bool {
        try await doing("Cannot read pool \(label)") { () throws(LibvirtError) in try await handle.isActive() }
    }

    /// Bytes that a new volume may fill, as `df` tells them. libvirt counts root's reserve too, and its number is as old as
    /// the pool's last refresh.
    func free(_ reported: UInt64, _ view: LibvirtXML.StoragePool) -> UInt64 {
        // Under the path of the other kinds are device nodes, on a file system that says nothing about them.
        guard host.uri.isLocal, PoolFacts.Kind(poolType: view.type?.rawValue ?? "") == .directory else {
            return reported
        }
        return view.path.flatMap { LocalFiles.freeSpace($0) } ?? reported
    }

    /// - Throws: ``Failure`` of kind state that names the command which starts the pool.
    func requireActive(for task: String) async throws(Failure) {
        guard try await !isActive() else { return }
        throw Failure(
            .state, task, why: "pool \(label) does not run", remedy: "roost pool start \(reference)")
    }
}
