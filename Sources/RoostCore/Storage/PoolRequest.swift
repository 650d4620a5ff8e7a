internal import LibvirtXML

/// A storage pool to be made.
public struct PoolRequest: Hashable, Sendable {
    /// A directory on the host, or a whole description for the other kinds of pools.
    public enum Source: Hashable, Sendable {
        case directory(path: String)
        case xml(String)
    }

    public var name: String
    public var source: Source
    public var start: Bool
    public var autostart: Bool

    public init(name: String, source: Source, start: Bool = true, autostart: Bool = true) {
        self.name = name
        self.source = source
        self.start = start
        self.autostart = autostart
    }

    /// The description for libvirt.
    /// - Throws: ``Failure`` of kind usage for a name or path that no pool should have, or a description that is none.
    func view() throws(Failure) -> LibvirtXML.StoragePool {
        try StorageName.check(name, kind: "pool")
        switch source {
        case .directory(let path):
            try StorageName.checkPath(path, what: "the directory of a pool")
            return LibvirtXML.StoragePool(.directory, name: name, path: StoragePath.tidy(path))
        case .xml(let text):
            var view: LibvirtXML.StoragePool
            do {
                view = try LibvirtXML.StoragePool(parsing: text)
            } catch {
                throw Failure(.usage, "The description of pool \(name) is not one", why: "\(error)")
            }
            view.name = name
            return view
        }
    }
}
