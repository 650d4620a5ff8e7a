import XMLTree

/// Where a disk's content is: an element's `type` and its `<source>` in one value.
public enum StorageSource: Hashable, Sendable {
    /// A path on the host.
    case file(String)
    /// A block device on the host.
    case block(String)
    /// A directory on the host, shown to the guest as a file system.
    case directory(String)
    case volume(pool: String, name: String)
    case network(NetworkSource)
    /// A kind that this library does not take apart.
    case other(StorageType)

    public var type: StorageType {
        switch self {
        case .file: .file
        case .block: .block
        case .directory: .directory
        case .volume: .volume
        case .network: .network
        case .other(let type): type
        }
    }

    /// The path on the host, if it has one.
    public var path: String? {
        switch self {
        case .file(let path), .block(let path), .directory(let path): path
        case .volume, .network, .other: nil
        }
    }

    init?(in element: XMLElement) {
        let type = element["type"].map(StorageType.init(rawValue:)) ?? .file
        let source = element.first("source")
        switch type {
        case .file: self.init(source?["file"], Self.file)
        case .block: self.init(source?["dev"], Self.block)
        case .directory: self.init(source?["dir"], Self.directory)
        case .volume:
            guard let pool = source?["pool"], let name = source?["volume"] else { return nil }
            self = .volume(pool: pool, name: name)
        case .network:
            guard let network = source.flatMap(NetworkSource.init(in:)) else { return nil }
            self = .network(network)
        default: self = .other(type)
        }
    }

    private init?(_ path: String?, _ make: (String) -> Self) {
        guard let path else { return nil }
        self = make(path)
    }

    /// What `<source>` says where the content is; what else it holds (`startupPolicy`, `<seclabel>`, …) is not the source.
    private static let locators = ["file", "dev", "dir", "pool", "volume", "protocol", "name"]

    static func write(_ source: StorageSource?, to element: inout XMLElement) {
        if let source { element["type"] = source.type.rawValue }
        element.edit(at: ["source"]) { child in
            for locator in locators { child[locator] = nil }
            switch source {
            case .file(let path): child["file"] = path
            case .block(let path): child["dev"] = path
            case .directory(let path): child["dir"] = path
            case .volume(let pool, let name):
                child["pool"] = pool
                child["volume"] = name
            case .network(let network):
                network.write(to: &child)
                return
            case .other, nil: break
            }
            child.removeAll(named: "host")
        }
    }
}

extension Property {
    /// The `type` of the view's element and its `<source>`, together.
    init(source: Void) where Value == StorageSource? {
        self.init("@type, source", read: StorageSource.init(in:), write: StorageSource.write)
    }
}
