import LibvirtXML

/// One file of a disk: the disk's own, or one that it stands on.
struct ImageLayer: Hashable {
    /// nil for one that libvirt opens by pool and name.
    var path: String?
    /// libvirt's word: raw or qcow2.
    var format: String
}

extension HostFileRule {
    /// How many images may stand on one another.
    private static let longestChain = 8

    /// Judges an image by its first bytes. It may be raw, which QEMU never looks into when it is told so, or qcow2 that leads to
    /// no other file, except to an image of the store: nobody but an administrator writes there.
    /// - Parameters:
    ///   - head: ``ImageHeader/wanted`` bytes, or all there are.
    ///   - stated: the format that it would be read in; nil where nobody said.
    ///   - path: where it lies; nil where it has no place of its own.
    ///   - name: of the image, for messages.
    /// - Returns: its format, and the image that it stands on, by its absolute path.
    /// - Throws: ``Failure`` of kind permission.
    func judge(
        _ head: [UInt8], stated: String?, path: String?, called name: String
    ) throws(Failure) -> (format: String, below: ImageHeader.Backing?) {
        let header = ImageHeader(head, length: UInt64(head.count))
        let format = head.starts(with: Array("LUKS".utf8) + [0xBA, 0xBE]) ? "luks" : header.format
        guard format == "raw" || format == "qcow2" else {
            throw unfit(name, "its content is \(format), which may lead to other files of the host")
        }
        // What a guest wrote into its raw disk must not be read as anything else, and no machine is to rewrite the header of
        // an image that others go by.
        if let stated, stated != format { throw unfit(name, "it should be \(stated), and its content is \(format)") }
        guard format == "qcow2" else { return (format, nil) }
        guard header.isSoundQCOW2 else { throw unfit(name, "its header is not one of a qcow2 image") }
        guard !header.hasDataFile else { throw unfit(name, "it keeps its data in another file") }
        guard header.hasBacking else { return (format, nil) }
        guard var below = header.backing, let place = absolute(below.path, beside: path), isStored(place) else {
            throw unfit(name, "it stands on another file, which is no image of the host's store")
        }
        below.path = place
        return (format, below)
    }

    /// A bare name lies beside the image. All else without a slash at its start may be an address, or QEMU's own notation.
    private func absolute(_ backing: String, beside path: String?) -> String? {
        if backing.hasPrefix("/") { return backing }
        guard let path, let slash = path.lastIndex(of: "/"), !backing.contains(where: { $0 == "/" || $0 == ":" }) else {
            return nil
        }
        return String(path[...slash]) + backing
    }

    /// Whether it lies in the image store, by its path alone.
    func isStored(_ path: String) -> Bool {
        guard let images, let slash = path.lastIndex(of: "/") else { return false }
        let name = path[path.index(after: slash)...]
        return path[..<slash] == images && !name.isEmpty && name != "." && name != ".."
    }

    private func isStored(_ place: StoragePlace) -> Bool {
        switch place {
        case .path(let path): isStored(path)
        case .volume(let pool, _): pool == Host.imagePoolName
        }
    }

    /// Other machines and hosts go by what is in the store: a machine that writes there could change what they read.
    func checkStore(_ disks: [LibvirtXML.Disk], new volumes: [NewVolume]) throws(Failure) {
        for volume in volumes where isStored(volume.place) || volume.location == .pool(Host.imagePoolName) {
            throw Failure(
                .permission, "--disk makes a disk among the images", why: "\(volume.place) lies in their store",
                remedy: "Choose another pool.")
        }
        for disk in disks where !disk.readOnly {
            guard let place = disk.place, isStored(place) else { continue }
            throw Failure(
                .permission, "--disk names an image that the machine could change",
                why: "\(place) lies in the image store",
                remedy: "Make a disk from it: --image, or backing_store=. readonly=yes allows it as it is.")
        }
    }

    /// Judges what disks become by a change as if they were attached so: one that could only be read must not be written to
    /// where nobody but an administrator could attach it like that.
    /// - Throws: ``Failure`` of kind permission.
    func check(
        _ change: DiskOption, of disks: [LibvirtXML.Disk], on host: Host
    ) async throws(Failure) {
        for disk in disks {
            var changed = disk
            change.change(&changed)
            try checkStore([changed], new: [])
            let isOpened = disk.readOnly && !changed.readOnly || !disk.shareable && changed.shareable
            if isOpened { _ = try await pinned([changed], new: [], on: host) }
        }
    }

    /// Looks at an image and all that it stands on.
    /// - Returns: its layers, itself first.
    func layers(_ start: StoragePlace, stated: String?, on host: Host) async throws(Failure) -> [ImageLayer] {
        var layers: [ImageLayer] = []
        var next: (place: StoragePlace, stated: String?)? = (start, stated)
        while let (place, stated) = next {
            guard layers.count < Self.longestChain else {
                throw unfit("\(start)", "too many images stand on one another")
            }
            let volume = try await volume(at: place, on: host)
            var path: String?
            if case .path(let own) = place { path = own }
            try await checkSeed(volume, path)
            let head = try await volume.bytes(
                UInt64(ImageHeader.wanted), from: 0, for: "Cannot look at \(volume.address)")
            let judged = try judge(head, stated: stated, path: path, called: volume.address)
            layers.append(ImageLayer(path: path, format: judged.format))
            next = judged.below.map { below in (place: StoragePlace.path(below.path), stated: below.format) }
        }
        return layers
    }

    private func volume(at place: StoragePlace, on host: Host) async throws(Failure) -> Volume {
        switch place {
        case .volume(let pool, let name):
            guard pools.contains(pool) else { throw refusal("--disk", "\(pool)/\(name)") }
            return try await host.volume(VolumeAddress(pool: pool, name: name))
        case .path(let path):
            guard let pool = pool(of: path) else { throw refusal("--disk", path) }
            do throws(Failure) {
                return try await host.volume(VolumeAddress(path))
            } catch {
                guard error.kind == .notFound else { throw error }
            }
            // A file that came after the pool last looked is no less to be looked at.
            try await host.pool(exactly: pool).refresh()
            return try await host.volume(VolumeAddress(path))
        }
    }

    /// What a machine is told at its first boot holds its passwords.
    private func checkSeed(_ volume: Volume, _ path: String?) async throws(Failure) {
        guard volume.name.hasSuffix("-seed.iso"), let path else { return }
        guard try await !volume.host.storageUsers(volumes: false).uses(of: path).isEmpty else { return }
        throw Failure(
            .permission, "\(volume.address) is another machine's", why: "it holds what that is told at its first boot",
            remedy: "Make one for this machine, or ask an administrator.")
    }

    private func unfit(_ name: String, _ why: String) -> Failure {
        Failure(
            .permission, "The disk \(name) may not be used", why: why,
            remedy: "Ask an administrator, who may use it, or import it where you trust it: roost image import")
    }
}

extension LibvirtXML.Disk {
    /// Where its image lies; nil for an empty drive, and for what lies nowhere on the host.
    var place: StoragePlace? {
        switch self.source {
        case .file(let path), .block(let path): .path(path)
        case .volume(let pool, let name): .volume(pool: pool, name: name)
        default: nil
        }
    }

    /// Writes down what the disk is, to its last layer. libvirt then looks into none of the files, whatever a guest writes into
    /// them later.
    /// - Parameter layers: the disk's own first.
    func pinned(to layers: [ImageLayer]) -> Self {
        guard let own = layers.first else { return self }
        var disk = self
        if disk.driverName == nil { disk.driverName = "qemu" }
        disk.format = ImageFormat(rawValue: own.format)
        var below = BackingStore.end
        for layer in layers.dropFirst().reversed() {
            // Only what has a path can stand below another image.
            guard let path = layer.path else { return self }
            below = BackingStore(
                source: path.hasPrefix("/dev/") ? .block(path) : .file(path),
                format: ImageFormat(rawValue: layer.format), backingStore: below)
        }
        disk.backingStore = below
        return disk
    }
}

extension NewVolume {
    /// Where a machine's definition says that it is.
    var place: StoragePlace {
        switch (path, location) {
        case (let path?, _): .path(path)
        case (nil, .pool(let pool)): .volume(pool: pool, name: name)
        case (nil, .directory(let directory)): .path("\(directory)/\(name)")
        }
    }
}
