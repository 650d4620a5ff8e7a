/// Decides where a new disk image goes and what it is.
struct VolumeFactory {
    private let context: BlueprintContext
    /// The volumes of this blueprint so far.
    private let taken: [NewVolume]

    init(_ context: BlueprintContext, taken: [NewVolume]) {
        self.context = context
        self.taken = taken
    }

    /// A volume at a place that is known to be empty.
    func volume(at place: StoragePlace, _ option: DiskOption, target: String) throws(Failure) -> NewVolume {
        guard option.makesImage else {
            let makes = option.device == nil || option.device == .disk
            throw Failure(
                .notFound, "There is no \(makes ? "disk" : "image") \(place)",
                remedy: makes ? "Check the path, or add size=GiB to have it made." : "Check the path.")
        }
        switch place {
        case .volume(let pool, let name): return try volume(named: name, in: pool, option, target: target)
        case .path(let path):
            let cut = path.lastIndex(of: "/") ?? path.startIndex
            let directory = cut == path.startIndex ? "/" : String(path[..<cut])
            let name = String(path[cut...].drop { $0 == "/" })
            guard !name.isEmpty else {
                throw Failure(.usage, "--disk: '\(path)' is a directory", remedy: "Add the name of the image.")
            }
            let pool = context.facts.pools.first { $0.path == directory && $0.kind == .directory }
            guard pool != nil || !path.hasPrefix("/dev/") else {
                throw Failure(
                    .notFound, "There is no device \(path)", remedy: "Devices are not made here: check the path.")
            }
            return try volume(
                named: name, location: pool.map { .pool($0.name) } ?? .directory(directory), path: path,
                isBlock: false, option, target: target)
        }
    }

    /// - Parameters:
    ///   - name: nil has one made from the machine's.
    ///   - pool: nil takes the default one.
    func volume(
        named name: String?, in pool: String?, _ option: DiskOption, target: String
    ) throws(Failure) -> NewVolume {
        let wanted = pool ?? "default"
        guard let pool = context.facts.pools.first(where: { $0.name == wanted }) else {
            let known = context.facts.pools.map(\.name).sorted().joined(separator: ", ")
            throw Failure(
                .notFound, "There is no storage pool '\(wanted)'",
                why: known.isEmpty ? "the host has no storage pools" : "the host has \(known)",
                remedy: "Give the new disk a path: --disk /PATH/\(context.request.name).qcow2,size=20")
        }
        let isBlock = pool.kind != .directory
        let format = format(option, name: name, isBlock: isBlock)
        let name = name ?? freeName(in: pool, suffix: isBlock ? "" : format == "raw" ? ".img" : ".\(format)")
        return try volume(
            named: name, location: .pool(pool.name), path: pool.path.map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" },
            isBlock: isBlock, option, target: target)
    }

    private func volume(
        named name: String, location: NewVolume.Location, path: String?, isBlock: Bool, _ option: DiskOption,
        target: String
    ) throws(Failure) -> NewVolume {
        guard !taken.contains(where: { $0.location == location && $0.name == name }) else {
            throw Failure(
                .usage, "--disk: \(path ?? name) is given twice", remedy: "Give each new disk a name of its own.")
        }
        if option.isFromImage {
            return try copy(named: name, location: location, path: path, isBlock: isBlock, option, target: target)
        }
        let backing = try backing(option)
        guard let capacity = option.size ?? backing?.capacity else {
            throw Failure(
                .usage, "--disk: the size of \(option.backingStore ?? "the backing image") is not known",
                remedy: "Add size=GiB.")
        }
        if let least = backing?.capacity, capacity < least {
            throw Failure(
                .usage, "--disk: the new disk is smaller than \(option.backingStore ?? "the backing image")",
                remedy: "Leave size= out, or give at least \(ByteSize.render(least)).")
        }
        return NewVolume(
            location: location, name: name, path: path, capacity: capacity,
            format: format(option, name: name, isBlock: isBlock), isSparse: option.isSparse ?? true,
            backing: backing.map { NewVolume.Backing(path: $0.path, format: $0.format) }, target: target)
    }

    private func copy(
        named name: String, location: NewVolume.Location, path: String?, isBlock: Bool, _ option: DiskOption,
        target: String
    ) throws(Failure) -> NewVolume {
        guard let image = context.facts.image else {
            throw Failure(.notFound, "The image is not known", remedy: "See them: roost image list")
        }
        let capacity = option.size ?? image.capacity
        guard capacity >= image.capacity else {
            throw Failure(
                .usage, "--disk: the new disk is smaller than the image \(image.name)",
                remedy: "Leave size= out, or give at least \(ByteSize.render(image.capacity)).")
        }
        let format = format(option, name: name, isBlock: isBlock)
        let copy = try ImageCopy(
            image, context.request.cloud?.copy ?? .auto, isFile: !isBlock && path != nil, format: format)
        var volume = NewVolume(
            location: location, name: name, path: path, capacity: capacity, format: format,
            isSparse: option.isSparse ?? true, target: target)
        volume.copy = copy
        if copy.sharing == .overlay, let base = image.path {
            volume.backing = NewVolume.Backing(path: base, format: image.format)
        }
        return volume
    }

    /// The medium for a first boot, next to the disk that is booted. Its size is known when it is written.
    func seed(beside disk: NewVolume, target: String) -> NewVolume {
        var name = "\(context.request.name)-seed.iso"
        if case .pool(let pool) = disk.location, let pool = context.facts.pools.first(where: { $0.name == pool }) {
            name = freeName(in: pool, suffix: "-seed.iso")
        }
        let directory = disk.path.flatMap { path in path.lastIndex(of: "/").map { path[...$0] } }
        var seed = NewVolume(
            location: disk.location, name: name, path: directory.map { "\($0)\(name)" }, capacity: 1 << 20,
            format: "raw",
            isSparse: true, target: target)
        seed.isSeed = true
        return seed
    }

    private func backing(
        _ option: DiskOption
    ) throws(Failure) -> (path: String, format: String, capacity: UInt64?)? {
        guard let path = option.backingStore else { return nil }
        guard let found = context.facts.storage[.path(path)] else {
            throw Failure(.notFound, "There is no backing image \(path)", remedy: "Check the path of backing_store.")
        }
        return (path, option.backingFormat ?? found.format ?? "raw", found.capacity)
    }

    private func format(_ option: DiskOption, name: String?, isBlock: Bool) -> String {
        if let format = option.format { return format }
        if isBlock { return "raw" }
        return name?.hasSuffix(".raw") == true ? "raw" : "qcow2"
    }

    /// web1.qcow2, web1-1.qcow2, web1-2.qcow2, …: the first that nothing has.
    private func freeName(in pool: PoolFacts, suffix: String) -> String {
        let own = taken.filter { $0.location == .pool(pool.name) }.map(\.name)
        let used = pool.volumes.union(own)
        var number = 0
        while true {
            let name = context.request.name + (number == 0 ? "" : "-\(number)") + suffix
            if !used.contains(name) { return name }
            number += 1
        }
    }
}
