import LibvirtXML
import XMLTree

/// Looks for what would make a creation fail, before anything is made.
struct Preflight {
    let request: MachineRequest
    let survey: Survey
    /// Whether the host's files are those of this computer.
    let isLocal: Bool

    /// - Throws: ``Failure`` for the first thing that stands in the way, with its remedy.
    func check(_ blueprint: MachineBlueprint) throws(Failure) {
        try checkUUID()
        try checkMemory(blueprint.domain)
        try checkBootFiles()
        try checkStorage(blueprint.domain.devices.disks, new: blueprint.volumes)
    }

    /// The same for disks and drives alone.
    func checkStorage(_ disks: [LibvirtXML.Disk], new volumes: [NewVolume]) throws(Failure) {
        try checkDiscs()
        try checkFormats()
        try checkRawImages()
        try checkDirectories(volumes)
        try checkAccess(disks)
        try checkSpace(volumes)
    }

    /// What its author should know of the storage.
    func notices(_ volumes: [NewVolume]) -> [String] {
        var notices: [String] = []
        for backing in request.disks.options.compactMap(\.backingStore) {
            guard let user = survey.sights[.path(backing)]?.facts.users.first else { continue }
            notices.append(
                "\(backing), which the new disk starts from, is a disk of \(user): when \(user) writes to it, the new disk breaks."
            )
        }
        for (place, volumes) in sparse(volumes) {
            let wanted = volumes.reduce(0) { $0 &+ $1.capacity }
            guard let free = place.available, wanted > free else { continue }
            notices.append(
                "\(place.name) has \(Self.size(free)) left for disks that may grow to \(Self.size(wanted)).")
        }
        return notices
    }

    private func checkUUID() throws(Failure) {
        guard let uuid = request.uuid?.description, let name = survey.machineUUIDs[uuid] else { return }
        throw Failure(
            .exists, "The UUID \(uuid) is taken", why: "\(name) has it",
            remedy: "Leave --uuid out, and the machine gets one of its own.")
    }

    private func checkMemory(_ domain: Domain) throws(Failure) {
        let cells = survey.facts.capabilities.element.first("host")?.first("topology")?.first("cells")?.elements ?? []
        let sizes = cells.compactMap { $0.first("memory").flatMap { UInt64($0.text) } }
        let total = sizes.reduce(0) { $0 &+ $1 } &* 1024
        let wanted = domain.currentMemory ?? domain.memory ?? 0
        guard !sizes.isEmpty, total > 0, wanted > total else { return }
        throw Failure(
            .resources, "The host has less memory than the machine wants",
            why: "it has \(Self.size(total)), and \(Self.size(wanted)) are wanted",
            remedy: "Give less with --memory.")
    }

    /// What is to be read as a disc must be one.
    private func checkDiscs() throws(Failure) {
        for path in request.discs {
            guard let problem = survey.discProblems[path] else { continue }
            throw Failure(
                .usage, "\(path) is not the image of a CD or DVD", why: problem,
                remedy: problem.contains("disk")
                    ? "Boot it as a disk: --import --disk \(path)" : "Download the ISO image again and check its sum.")
        }
    }

    private func checkFormats() throws(Failure) {
        for disk in request.disks.options where disk.device == nil || disk.device == .disk || disk.device == .lun {
            guard let asked = disk.format, let place = disk.source.place, let sight = survey.sights[place],
                let found = sight.facts.format, found != asked
            else { continue }
            // What looks raw may be of a format that keeps its mark at the end.
            guard found != "raw" || ["qcow2", "qcow", "qed"].contains(asked) else { continue }
            throw Failure(
                .usage, "\(place) is of format \(found), not \(asked)", remedy: "Leave format= out.")
        }
        for disk in request.disks.options {
            guard let path = disk.path, let sight = survey.sights[.path(path)], sight.facts.format == nil,
                disk.format == nil, disk.device != .cdrom, disk.device != .floppy
            else { continue }
            throw Failure(
                .usage, "The format of \(path) cannot be seen from here",
                remedy: "Say it: --disk \(path),format=qcow2 (or raw).")
        }
    }

    /// QEMU takes over the ownership of a disk's file, so that a mistaken path spoils the file's use for all others.
    private func checkRawImages() throws(Failure) {
        for disk in request.disks.options where disk.device == nil || disk.device == .disk {
            guard let place = disk.source.place, let facts = survey.sights[place]?.facts, facts.kind == .file,
                facts.format == "raw", disk.format ?? "raw" == "raw", let size = facts.capacity,
                size < 64 << 10 || !size.isMultiple(of: 512)
            else { continue }
            throw Failure(
                .usage, "\(place) does not look like a disk image",
                why: "it has no known header, and its size is \(size) bytes", remedy: "Check the path.")
        }
    }

    private func checkDirectories(_ volumes: [NewVolume]) throws(Failure) {
        guard isLocal else { return }
        for volume in volumes {
            guard case .directory(let directory) = volume.location else { continue }
            guard case .found(let status) = LocalFiles.look(directory) else {
                guard LocalFiles.look(directory) == .missing,
                    LocalFiles.look(PoolLook.directory(of: directory)) == .missing
                else { continue }
                throw Failure(
                    .notFound, "There is no directory \(directory) for \(volume.name)",
                    why: "\(PoolLook.directory(of: directory)) does not exist either", remedy: "Check the path.")
            }
            guard status.kind == .directory else {
                throw Failure(.usage, "\(directory) is not a directory", remedy: "Check the path of the disk.")
            }
        }
    }

    private func checkBootFiles() throws(Failure) {
        guard isLocal, let boot = request.boot else { return }
        let files = [
            ("kernel", boot.kernel), ("initial RAM disk", boot.initrd), ("device tree", boot.dtb),
            ("firmware", boot.loader), ("template of UEFI variables", boot.nvramTemplate),
        ]
        for (kind, path) in files {
            guard let path, LocalFiles.look(path) == .missing else { continue }
            throw Failure(.notFound, "There is no \(kind) \(path)", remedy: "Check the path in --boot.")
        }
    }

    private func sparse(_ volumes: [NewVolume]) -> [(PoolSpace, [NewVolume])] {
        spaces(volumes.filter { $0.isSparse && !place(of: $0).isBlock })
    }

    private func checkSpace(_ volumes: [NewVolume]) throws(Failure) {
        for (place, volumes) in spaces(volumes.filter { !$0.isSparse || place(of: $0).isBlock }) {
            let wanted = volumes.reduce(0) { $0 &+ $1.capacity }
            guard let free = place.available, wanted > free else { continue }
            throw Failure(
                .resources, "\(place.name) has too little space for the new disk",
                why: "\(Self.size(free)) are free, and \(Self.size(wanted)) are wanted",
                remedy: place.isBlock
                    ? "Make it smaller, or choose another pool: roost pool list"
                    : "Make it smaller, leave sparse=no out, or choose another pool: roost pool list")
        }
    }

    private struct PoolSpace: Hashable {
        var name: String
        var available: UInt64?
        var isBlock: Bool
    }

    private func spaces(_ volumes: [NewVolume]) -> [(PoolSpace, [NewVolume])] {
        Dictionary(grouping: volumes, by: place).sorted { $0.key.name < $1.key.name }.map { ($0.key, $0.value) }
    }

    private func place(of volume: NewVolume) -> PoolSpace {
        switch volume.location {
        case .pool(let name):
            let pool = survey.pools.first { $0.facts.name == name }
            return PoolSpace(
                name: "The storage pool '\(name)'", available: pool?.available,
                isBlock: pool.map { $0.facts.kind == .block } ?? false)
        case .directory(let directory):
            return PoolSpace(
                name: directory, available: isLocal ? LocalFiles.freeSpace(directory) : nil, isBlock: false)
        }
    }

    static func size(_ bytes: UInt64) -> String {
        bytes >= 10 << 30 ? "\(bytes >> 30) GiB" : "\(bytes >> 20) MiB"
    }
}

extension DiskSource {
    /// The place that a disk of before may lie at.
    var place: StoragePlace? {
        switch self {
        case .path(let path): .path(path)
        case .volume(let pool, let name): .volume(pool: pool, name: name)
        case .newVolume, .network, .empty: nil
        }
    }
}
