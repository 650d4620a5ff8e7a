import Libvirt
import LibvirtXML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Host {
    /// The images of a pool, by name, the newest of a name first. One call for all, one an image for its sizes, and one for
    /// what is known of it, five at a time.
    /// - Parameter pool: nil means the pool of the images; none yet is no error.
    /// - Throws: ``Failure``, of kind notFound for an unknown pool, of kind state for one that does not run.
    public func images(pool: String? = nil) async throws(Failure) -> [StoredImage] {
        guard let pool = try await presentImagePool(pool) else { return [] }
        return try await pool.images { _ in true }
    }

    /// The names of the images, each once. Two calls.
    /// - Throws: ``Failure`` of kind state where their pool does not run.
    public func imageNames() async throws(Failure) -> [String] {
        let names = try await presentImagePool(nil)?.volumeNames() ?? []
        return Set(names.compactMap { ImageVolumeName(of: $0)?.name }).sorted()
    }

    /// The image that a reference means; of several of one name the newest.
    /// - Parameter pool: where a bare name is looked for; nil means the pool of the images.
    /// - Throws: ``Failure`` of kind notFound with the command that brings the image.
    public func image(_ reference: ImageReference, pool: String? = nil) async throws(Failure) -> StoredImage {
        switch reference {
        case .image(let name, let version):
            let place = try await presentImagePool(pool)
            let found = try await place?.images { $0.name == name && (version == nil || $0.version == version) } ?? []
            if let newest = found.first { return newest }
            throw try await noImage(reference, in: place)
        case .volume(let name, let pool):
            return try await volume(VolumeAddress("\(pool)/\(name)")).image()
        case .path(let path): return try await image(path: path)
        }
    }

    private func noImage(_ reference: ImageReference, in pool: Pool?) async throws(Failure) -> Failure {
        guard case .image(let name, let version) = reference else {
            return Failure(.notFound, "There is no image '\(reference)'")
        }
        let what = "There is no image '\(label("\(reference)"))'"
        let names = try await pool?.volumeNames().compactMap { ImageVolumeName(of: $0) } ?? []
        let others = names.filter { $0.name == name }
        if version != nil, let other = others.first {
            return Failure(
                .notFound, what,
                why: "\(others.count == 1 ? "the one there has" : "one there has") the version \(other.version)",
                remedy: "roost image list shows all.")
        }
        if let near = Spelling.nearest(to: name, among: names.map(\.name)) {
            return Failure(.notFound, what, remedy: "Did you mean '\(near)'?")
        }
        // A catalogue that is wrong is told where it is used.
        if version == nil, (try? ImageCatalogue.standard().entry(name)) != nil {
            return Failure(.notFound, what, remedy: "Fetch it: roost image pull \(self.reference(name))")
        }
        return Failure(
            .notFound, what,
            remedy: "roost image list shows those that are there, with --catalogue those that can be pulled.")
    }

    /// A file anywhere on the host. libvirt sees files in pools only, and knows their sizes.
    private func image(path: String) async throws(Failure) -> StoredImage {
        let task = "Cannot look at the image \(path)"
        let known = try await Self.present(task) { () throws(LibvirtError) in
            let volume = try await connection.storageVolume(path: path)
            return (volume, try await volume.pool())
        }
        if let (volume, pool) = known {
            return try await Volume(pool: Pool(host: self, handle: pool), handle: volume).image()
        }
        let cut = path.lastIndex(of: "/") ?? path.startIndex
        let (directory, file) = (cut == path.startIndex ? "/" : String(path[..<cut]), String(path[cut...].dropFirst()))
        let text = try await Self.present(task) { () throws(LibvirtError) in
            try await DirectoryPool(connection: connection, path: directory).with { pool throws(LibvirtError) in
                try await pool.refreshIfIdle()
                return try await pool.volume(named: file).xml()
            }
        }
        guard let text else { throw Failure(.notFound, "There is no image \(label(path))") }
        do {
            return StoredImage(try LibvirtXML.Volume(parsing: text), name: file, path: path)
        } catch {
            throw Failure(.general, task, why: "what the host says of it cannot be read: \(error)")
        }
    }
}

extension Pool {
    /// The images that are wanted, by name, the newest of a name first.
    func images(
        _ isWanted: @escaping @Sendable (ImageVolumeName) -> Bool
    ) async throws(Failure) -> [StoredImage] {
        let task = "Cannot list the images of pool \(label)"
        let handle = handle
        let handles = try await doing(task) { () throws(LibvirtError) in try await handle.volumes() }
        let byName = Dictionary(handles.map { ($0.name, $0) }) { first, _ in first }
        let wanted = handles.compactMap { volume in
            ImageVolumeName(of: volume.name).map { (name: $0, volume: volume) }
        }.filter { isWanted($0.name) }
        let images = try await wanted.concurrentMap { item throws(Failure) in
            try await Volume(pool: self, handle: item.volume).image(item.name, record: byName[item.name.record])
        }
        return images.compactMap(\.self).sorted { first, second in
            guard first.name == second.name else { return first.name < second.name }
            let (one, other) = (first.record?.added ?? .distantPast, second.record?.added ?? .distantPast)
            return one == other ? first.path < second.path : one > other
        }
    }
}

extension Volume {
    /// - Parameter record: the volume with what is known of it, if there is one.
    /// - Returns: nil for one that has gone, or that is not whole: its first bytes come last.
    fileprivate func image(
        _ name: ImageVolumeName, record: Libvirt.StorageVolume?
    ) async throws(Failure) -> StoredImage? {
        guard let view = try await Host.unlessGone({ () throws(Failure) in try await view() }) else { return nil }
        guard name.format == .raw || view.format == .qcow2 else { return nil }
        var image = StoredImage(view, name: name.name, path: view.path ?? handle.key)
        (image.version, image.pool, image.volume) = (name.version, pool.name, self.name)
        image.format = name.format.rawValue
        if let record { image.record = await ImageRecord(in: record, of: name.name, isLocal: host.uri.isLocal) }
        return image
    }

    /// What the volume is as an image, whatever it is called.
    func image() async throws(Failure) -> StoredImage {
        if let known = ImageVolumeName(of: name) {
            let record = try await pool.volume(named: known.record)?.handle
            if let image = try await image(known, record: record) { return image }
        }
        let view = try await view()
        var image = StoredImage(view, name: name, path: view.path ?? handle.key)
        (image.pool, image.volume) = (pool.name, name)
        return image
    }
}

extension StoredImage {
    init(_ view: LibvirtXML.Volume, name: String, path: String) {
        self.init(
            name: name, path: path, format: view.format == .iso ? "raw" : view.format?.rawValue ?? "raw",
            virtualSize: view.capacity ?? 0, allocation: view.allocation ?? 0)
    }
}

extension ImageRecord {
    /// nil where it cannot be read: the image works without.
    /// - Parameter isLocal: whether the host's files are this computer's.
    fileprivate init?(in volume: Libvirt.StorageVolume, of name: String, isLocal: Bool) async {
        if isLocal, let head = try? LocalFiles.head(volume.key, count: Self.largest) {
            self.init(head.bytes, of: name)
            return
        }
        let sink = HeadSink()
        let length = UInt64(Self.largest)
        guard (try? await volume.download(into: sink, length: length, sparse: false)) != nil else { return nil }
        self.init(sink.bytes, of: name)
    }
}
