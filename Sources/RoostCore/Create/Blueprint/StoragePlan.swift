import LibvirtXML
import OSInfo

/// A machine's disks and drives, and which of their images have to be made.
struct StoragePlan {
    private(set) var disks: [LibvirtXML.Disk] = []
    private(set) var volumes: [NewVolume] = []
    private(set) var existing: [StoragePlace] = []
    private(set) var notices: [String] = []
    /// Whether the first disk, which is booted, is made empty; nil without disks.
    private(set) var isFirstDiskNew: Bool?
    /// Where the seed of the first boot will be.
    private(set) var seedPath: String?

    private var targets: DiskTargets

    /// - Parameter taken: the names of disks that the machine has already.
    init(_ context: BlueprintContext, taken: [String] = []) throws(Failure) {
        targets = DiskTargets(taken: taken + context.request.disks.options.compactMap(\.target))
        for option in Self.options(context) { try add(option, context) }
        if case .cdrom(let path) = context.request.install { try addInstallMedium(path, context) }
        if context.request.cloud != nil { try addSeed(context) }
        if context.request.disks == .defaults, let volume = volumes.first {
            notices.append("No --disk was given: the machine gets one of \(volume.capacity >> 30) GiB, \(volume.name).")
        }
    }

    /// A machine that is installed needs something to be installed on.
    private static func options(_ context: BlueprintContext) -> [DiskOption] {
        guard context.request.disks == .defaults, case .cdrom = context.request.install else {
            return context.request.disks.options
        }
        var disk = DiskOption()
        let recommended = context.facts.operatingSystem?.recommendedResources(architecture: context.architecture)
        disk.size = max(20 << 30, recommended?.storage ?? 0)
        return [disk]
    }

    private mutating func add(_ option: DiskOption, _ context: BlueprintContext) throws(Failure) {
        let device = option.device ?? .disk
        let bus = try DiskBus.choose(option, context)
        let target = option.target ?? targets.next(bus: bus)
        let content = try content(option, target: target, context)
        if device == .disk || device == .lun, isFirstDiskNew == nil {
            isFirstDiskNew = content.isNew && option.backingStore == nil && !option.isFromImage
        }
        disks.append(option.disk(content, target: target, bus: bus))
    }

    private mutating func addInstallMedium(_ path: String, _ context: BlueprintContext) throws(Failure) {
        var option = DiskOption()
        option.path = path
        option.device = .cdrom
        if context.ordersDevices {
            let devices =
                context.request.disks.options.map(\.bootOrder) + context.request.networks.options.map(\.bootOrder)
            option.bootOrder = (devices.compactMap(\.self).max() ?? 0) + 1
        }
        try add(option, context)
        if isFirstDiskNew == false {
            notices.append(
                "The first disk existed before, so the CD-ROM is booted first: take it out when the system is installed."
            )
        }
    }

    /// The drive that cloud-init reads at the first boot. Cloud kernels drive virtio, and not always AHCI.
    private mutating func addSeed(_ context: BlueprintContext) throws(Failure) {
        guard let disk = volumes.first(where: { $0.copy != nil }) else { return }
        let target = targets.next(bus: "scsi")
        let seed = VolumeFactory(context, taken: volumes).seed(beside: disk, target: target)
        var option = DiskOption()
        option.device = .cdrom
        disks.append(option.disk(try make(seed), target: target, bus: "scsi"))
        seedPath = seed.path
    }

    private mutating func content(
        _ option: DiskOption, target: String, _ context: BlueprintContext
    ) throws(Failure) -> DiskContent {
        switch option.source {
        case .empty: return DiskContent(source: nil, format: nil)
        case .network(let server):
            return DiskContent(source: .network(server.source), format: option.format ?? "raw")
        case .path(let path): return try content(at: .path(path), option, target: target, context)
        case .volume(let pool, let name):
            return try content(at: .volume(pool: pool, name: name), option, target: target, context)
        case .newVolume(let pool):
            let factory = VolumeFactory(context, taken: volumes)
            return try make(try factory.volume(named: nil, in: pool, option, target: target))
        }
    }

    private mutating func content(
        at place: StoragePlace, _ option: DiskOption, target: String, _ context: BlueprintContext
    ) throws(Failure) -> DiskContent {
        guard let found = context.facts.storage[place] else {
            let factory = VolumeFactory(context, taken: volumes)
            return try make(try factory.volume(at: place, option, target: target))
        }
        guard !option.isFromImage else {
            throw Failure(
                .exists, "\(place) exists already, so it cannot be made from the image",
                remedy: "Choose another path, or boot it as it is: --import --disk \(place)")
        }
        existing.append(place)
        let isDisk = option.device == nil || option.device == .disk || option.device == .lun
        if isDisk, option.isReadOnly != true, option.isShareable != true, let user = found.users.first {
            throw Failure(
                .exists, "\(place) is already a disk of \(user)", why: "two machines that write to one disk destroy it",
                remedy: "Copy it, or give the new machine a disk that starts from it: "
                    + "--disk size=…,backing_store=\(place). readonly=yes and shareable=yes allow it as it is.")
        }
        if option.backingStore != nil {
            throw Failure(
                .exists, "\(place) exists already, so it cannot be made from a backing image",
                remedy: "Choose another path, or remove backing_store.")
        }
        if let size = option.size, let capacity = found.capacity, size != capacity {
            notices.append("\(place) exists and is used as it is; its size stays \(Self.size(capacity)).")
        }
        let source: StorageSource
        switch (found.kind, found.path) {
        case (.file, let path?): source = .file(path)
        case (.block, let path?): source = .block(path)
        default:
            guard case .volume(let pool, let name) = place else {
                throw Failure(.notFound, "\(place) is nothing that can be a disk", remedy: "Give a file or a device.")
            }
            source = .volume(pool: pool, name: name)
        }
        // QEMU itself must not guess: a guest that owns a raw disk can write any header into it.
        let format = isDisk ? option.format ?? found.format ?? "raw" : option.format ?? "raw"
        return DiskContent(source: source, format: format)
    }

    private mutating func make(_ volume: NewVolume) throws(Failure) -> DiskContent {
        volumes.append(volume)
        var content = DiskContent(source: nil, format: volume.format, isNew: true)
        switch (volume.path, volume.location) {
        case (let path?, _) where path.hasPrefix("/dev/"): content.source = .block(path)
        case (let path?, _): content.source = .file(path)
        case (nil, .pool(let pool)): content.source = .volume(pool: pool, name: volume.name)
        case (nil, .directory(let directory)): content.source = .file("\(directory)/\(volume.name)")
        }
        return content
    }

    private static func size(_ bytes: UInt64) -> String {
        bytes.isMultiple(of: 1 << 30) ? "\(bytes >> 30) GiB" : "\((bytes + (1 << 20) - 1) >> 20) MiB"
    }
}
