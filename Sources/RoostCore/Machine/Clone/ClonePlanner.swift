import Libvirt
import LibvirtXML

/// Works out a clone. Nothing is made.
struct ClonePlanner: Sendable {
    let machine: Machine
    let name: String
    let copy: CloneCopy

    private var host: Host { machine.host }
    private var task: String { "Cannot clone \(machine.label)" }

    func plan() async throws(Failure) -> ClonePlan {
        try await checkName()
        let text = try await machine.xml(.nextStart, secrets: true)
        let source: LibvirtXML.Domain
        do {
            source = try LibvirtXML.Domain(parsing: text)
        } catch {
            throw Failure(.general, task, why: "the host's definition of it cannot be read: \(error)")
        }
        try await machine.requireAtRest(for: task)
        let snapshots = try await snapshotCount()
        try machine.requireFirstBootEnded(source, for: task)
        let isTemplate = MachineMetadata(of: source).isTemplate
        let disks = try await disks(of: source, isTemplate: isTemplate)
        if snapshots > 0, disks.contains(where: { $0.way == .overlay }) {
            throw Failure(
                .state, task, why: "it has snapshots, and a revert to one would ruin what stands on its disks",
                remedy: "Use --copy full, or delete its snapshots first.")
        }
        try await refuseWritten(disks)
        let own = Set(disks.map(\.target))
        let shared = source.devices.disks.filter { disk in
            disk.source != nil && !own.contains(disk.target ?? "") && !disk.isSeed(of: source.name)
        }
        var notices: [String] = []
        if snapshots > 0, !disks.isEmpty { notices.append("Snapshots are not taken over into the clone.") }
        for disk in shared where disk.device == .disk {
            notices.append("\(disk.target ?? "A disk") is used by both: \(disk.source?.text ?? "").")
        }
        let makesTemplate = !isTemplate && disks.contains { $0.way == .overlay }
        return ClonePlan(
            machine: machine, source: source, sourceText: text, disks: disks,
            shown: MachineClone(
                source: machine.label, name: name,
                disks: disks.map(\.shown)
                    + shared.map {
                        let text = $0.source?.text ?? ""
                        return MachineClone.Disk(
                            target: $0.target ?? "", source: text, way: .shared, path: text, size: 0)
                    },
                makesTemplate: makesTemplate, notices: notices))
    }

    private func checkName() async throws(Failure) {
        do {
            try MachineName.check(name, option: "the new name")
        } catch {
            throw Failure(.usage, task, why: error.what, remedy: error.remedy)
        }
        let taken = try await Host.present(task) { () throws(LibvirtError) in
            try await host.connection.domain(named: name)
        }
        guard taken == nil else {
            throw Failure(
                .exists, task, why: "there is a machine '\(host.label(name))' already", remedy: "Choose another name.")
        }
    }

    /// Hypervisors without snapshots have none.
    private func snapshotCount() async throws(Failure) -> Int {
        do throws(LibvirtError) {
            return try await machine.domain.snapshots().count
        } catch {
            guard [.noSupport, .operationUnsupported].contains(error.code) else { throw Failure(task, error) }
            return 0
        }
    }

    private func refuseWritten(_ disks: [CloneDisk]) async throws(Failure) {
        guard !disks.isEmpty else { return }
        let users = try await host.storageUsers(volumes: false)
        let writers = CloneWriters(machine: machine, task: task, users: users)
        for disk in disks { try await writers.refuse(disk) }
    }

    private func disks(of source: LibvirtXML.Domain, isTemplate: Bool) async throws(Failure) -> [CloneDisk] {
        var disks: [CloneDisk] = []
        for disk in source.devices.disks where disk.isOwn(inTemplate: isTemplate) {
            let taken = Set(disks.map(\.path))
            disks.append(try await self.disk(disk, of: source.name, isTemplate: isTemplate, taken))
        }
        return disks
    }

    private func disk(
        _ disk: Disk, of sourceName: String, isTemplate: Bool, _ taken: Set<String>
    ) async throws(Failure) -> CloneDisk {
        let target = disk.target ?? "?"
        func refuse(_ why: String, _ remedy: String? = nil) -> Failure {
            Failure(.unsupported, task, why: "its disk \(target) \(why)", remedy: remedy)
        }
        let path: String
        switch disk.source {
        case .file(let text), .block(let text): path = text
        case .volume(let pool, let volume):
            path = try await doing(task) { () throws(LibvirtError) in
                try await host.connection.storagePool(named: pool).volume(named: volume).path()
            }
        case .network(let server): throw refuse("is on a server (\(server.protocol)), where Roost copies nothing")
        default: throw refuse("is of a kind that Roost cannot copy")
        }
        let (found, view) = try await find(path, target)
        let format = disk.format ?? .raw
        guard view.encryption == nil else {
            throw refuse("is encrypted", "Copy its volume with the tools that have the key.")
        }
        let way = try way(format, isFile: found.isFile, isTemplate: isTemplate, refuse)
        // A guest can write into a raw disk what looks like an image that stands on any file of the host.
        if way != .overlay, let seen = view.format, seen != format, seen != .iso, format == .raw || seen == .raw {
            throw refuse(
                "is of format \(format.rawValue) to the machine, and libvirt takes it for \(seen.rawValue)",
                "--copy overlay does not look at its content.")
        }
        let name = try await freeName(
            found, from: sourceName, taken: taken, changesFormat: way == .overlay && format != .qcow2)
        return CloneDisk(
            target: target, place: found.place, isFile: found.isFile, sourceName: found.name,
            sourcePath: view.path ?? path, format: format, view: view, name: name, path: "\(found.directory)/\(name)",
            way: way, mayFallBack: copy == .auto)
    }

    private func way(
        _ format: ImageFormat, isFile: Bool, isTemplate: Bool, _ refuse: (String, String?) -> Failure
    ) throws(Failure) -> MachineClone.Way {
        // libvirt copies blocks by reference for raw files alone.
        let canShare = isFile && format == .raw
        switch copy {
        case .auto: return isTemplate && isFile ? .overlay : canShare ? .reflink : .full
        case .full: return .full
        case .overlay:
            guard isFile else { throw refuse("is no file, and an overlay stands on files", "Leave --copy out.") }
            return .overlay
        case .reflink:
            guard canShare else {
                throw refuse(
                    "is not a file of format raw, and libvirt shares blocks of such alone", "Leave --copy out.")
            }
            return .reflink
        }
    }

    private struct Found {
        var place: CloneDisk.Place
        var isFile: Bool
        var name: String
        var text: String
        /// Where the new volume will be.
        var directory: String
    }

    private func find(_ path: String, _ target: String) async throws(Failure) -> (Found, LibvirtXML.Volume) {
        let found: Found?
        do throws(LibvirtError) {
            let pooled = try await inPool(path)
            found = if let pooled { pooled } else { try await inDirectory(path) }
        } catch {
            guard error.code == .noStorageVolume else { throw Failure(task, error) }
            throw Failure(.notFound, task, why: "its disk \(target) is not there: \(path)")
        }
        guard let found, let view = try? LibvirtXML.Volume(parsing: found.text) else {
            throw Failure(
                .unsupported, task, why: "its disk \(target), \(path), is in no pool in which volumes can be made",
                remedy: "Make a pool of what it is in: roost pool create --help")
        }
        return (found, view)
    }

    /// nil where no running pool holds it that stays and makes volumes.
    private func inPool(_ path: String) async throws(LibvirtError) -> Found? {
        let volume: StorageVolume
        do throws(LibvirtError) {
            volume = try await host.connection.storageVolume(path: path)
        } catch {
            guard error.code == .noStorageVolume else { throw error }
            return nil
        }
        let pool = try await volume.pool()
        // One that another process opened for a moment does not stay.
        guard PoolOwner(ofPool: pool.name) == nil else { return nil }
        guard let view = try? LibvirtXML.StoragePool(parsing: try await pool.xml()), let directory = view.path else {
            return nil
        }
        let isFile = PoolFacts.Kind(poolType: view.type?.rawValue ?? "") == .directory
        guard isFile || view.type == .logical || view.type == .zfs else { return nil }
        return Found(
            place: .pool(pool.uuid), isFile: isFile, name: volume.name, text: try await volume.xml(),
            directory: directory)
    }

    /// nil for a device.
    private func inDirectory(_ path: String) async throws(LibvirtError) -> Found? {
        guard !path.hasPrefix("/dev/"), let (directory, name) = DeletableVolume.split(path) else { return nil }
        let place = CloneDisk.Place.directory(directory)
        let text = try await place.with(on: host.connection) { (pool) throws(LibvirtError) in
            try await CloneDisk.Place.volume(named: name, in: pool).xml()
        }
        return Found(place: place, isFile: true, name: name, text: text, directory: directory)
    }

    /// A name for the new volume, made from the source's, that nothing has: neither the pool nor, as far as can be seen, its
    /// directory.
    private func freeName(
        _ found: Found, from sourceName: String, taken: Set<String>, changesFormat: Bool
    ) async throws(Failure) -> String {
        var wanted = CloneDefinition.file(found.name, from: sourceName, to: name)
        let dot = wanted.lastIndex(of: ".") ?? wanted.endIndex
        var (stem, ending) = (String(wanted[..<dot]), String(wanted[dot...]))
        if changesFormat { ending = ".qcow2" }
        if ending.utf8.count > 8 { (stem, ending) = (wanted, "") }
        let isLocal = host.uri.isLocal
        let (first, last) = (stem, ending)
        let names = try await doing(task) { () throws(LibvirtError) in
            try await found.place.with(on: host.connection) { (pool) throws(LibvirtError) in
                // Elsewhere only libvirt can look.
                if !isLocal { try await pool.refresh() }
                return Set(try await pool.volumes().map(\.name))
            }
        }
        for number in 0..<100 {
            wanted = number == 0 ? first + last : "\(first)-\(number)\(last)"
            let path = "\(found.directory)/\(wanted)"
            if names.contains(wanted) || taken.contains(path) { continue }
            if !isLocal || LocalFiles.lookAtLink(path) == .missing { return wanted }
        }
        throw Failure(
            .exists, task, why: "\(found.directory)/\(first)\(last) and all names like it are taken",
            remedy: "Choose another name.")
    }
}

extension Disk {
    /// Whether a clone needs one of its own: media and what is shared by its author's will stay as they are.
    func isOwn(inTemplate: Bool) -> Bool {
        guard self.source != nil, self.device ?? .disk == .disk || self.device == .lun else { return false }
        return !self.shareable && (!self.readOnly || inTemplate)
    }

    /// The medium of the first boot.
    func isSeed(of machine: String) -> Bool {
        self.device == .cdrom && self.source?.path?.hasSuffix("/\(machine)-seed.iso") == true
    }
}
