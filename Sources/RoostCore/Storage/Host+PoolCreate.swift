import Libvirt
import LibvirtXML

extension Host {
    /// Defines a pool, makes its directory where that is missing, and starts it. When a step fails, what the earlier ones
    /// made is taken back; a directory that existed before stays as it was.
    /// - Throws: ``Failure``, of kind exists when the name is taken or another pool has the directory.
    public func createPool(_ request: PoolRequest) async throws(Failure) -> Pool {
        let view = try request.view()
        let task = "Cannot create pool \(request.name)"
        let taken = try await poolList()
        if taken.contains(where: { $0.name == request.name }) {
            throw Failure(
                .exists, task, why: "there is one of that name",
                remedy: "roost pool show \(ShellWord.quoted(request.name))")
        }
        // libvirt lets two pools share a directory, and each then tells wrong sizes and misses the other's volumes.
        if let path = view.path.map(StoragePath.tidy),
            let other = taken.first(where: { $0.path.map(StoragePath.tidy) == path })
        {
            throw Failure(
                .exists, task, why: "pool \(other.name) has \(path) already",
                remedy: "Use that one: --pool \(ShellWord.quoted(other.name))")
        }
        let text: String
        do {
            text = try view.xml()
        } catch {
            throw Failure(.usage, task, why: "\(error)")
        }
        let handle = try await doing(task) { () throws(LibvirtError) in
            try await connection.defineStoragePool(xml: text)
        }
        var undo = UndoStack()
        undo.push("the definition of pool \(request.name)") { try await handle.undefine() }
        do throws(Failure) {
            try await doing(task) { () throws(LibvirtError) in
                // Building a directory that exists keeps what is in it; other kinds could be formatted by it.
                if view.type == .directory { try await handle.build() }
                if request.start { try await handle.start() }
            }
            if request.autostart {
                if request.start { undo.push("the running pool \(request.name)") { try await handle.destroy() } }
                try await doing(task) { () throws(LibvirtError) in try await handle.setAutostart(true) }
            }
        } catch {
            throw await undo.unwind(after: error)
        }
        return Pool(host: self, handle: handle)
    }
}
