/// A place on the host that a request names and that may or may not hold something.
public enum StoragePlace: Hashable, Sendable {
    /// An absolute path.
    case path(String)
    case volume(pool: String, name: String)
}

extension StoragePlace: CustomStringConvertible {
    public var description: String {
        switch self {
        case .path(let path): path
        case .volume(let pool, let name): "\(pool)/\(name)"
        }
    }
}

extension MachineRequest {
    /// Every place that the host has to be asked about before a blueprint can be made, each once: disks, their backing
    /// images and the install medium.
    public var storagePlaces: [StoragePlace] {
        var places: [StoragePlace] = []
        for disk in disks.options {
            switch disk.source {
            case .path(let path): places.append(.path(path))
            case .volume(let pool, let name): places.append(.volume(pool: pool, name: name))
            case .newVolume, .network, .empty: break
            }
            if let backing = disk.backingStore { places.append(.path(backing)) }
        }
        if case .cdrom(let path) = install { places.append(.path(path)) }
        var seen: Set<StoragePlace> = []
        return places.filter { seen.insert($0).inserted }
    }
}
