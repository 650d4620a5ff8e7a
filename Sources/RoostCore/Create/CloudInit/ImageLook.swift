import Libvirt

/// Finds the image that a machine is to be made from.
struct ImageLook: Sendable {
    let host: Host

    /// Where an image lies that is named by its place; nil for one that the host's store is asked for.
    static func place(_ reference: ImageReference) -> StoragePlace? {
        switch reference {
        case .image: nil
        case .path(let path): .path(path)
        case .volume(let name, let pool): .volume(pool: pool, name: name)
        }
    }

    /// - Throws: ``Failure`` of kind notFound; of kind usage for what is no image of a disk, or reads other files of the host.
    func image(_ text: String) async throws(Failure) -> ImageFacts {
        let reference = try ImageReference(parsing: text)
        guard let place = Self.place(reference) else {
            let image = try await host.image(reference)
            try await gate(image)
            return ImageFacts(image)
        }
        guard let sight = try await StorageLook(host: host).look(at: place) else {
            throw Failure(.notFound, "There is no image \(place)", remedy: "Check the path; it is one of the host.")
        }
        guard sight.backing.isEmpty else {
            throw Failure(
                .usage, "\(place) starts from another image", why: "it needs \(sight.backing[0])",
                remedy: "Make it whole first: qemu-img convert -O qcow2 \(place) NEW.qcow2")
        }
        try await gate(place)
        let facts = sight.facts
        guard let format = facts.format, let capacity = facts.capacity, capacity > 0, format != "iso" else {
            throw Failure(
                .usage, "\(place) is no image of a disk", why: facts.format.map { "its format is \($0)" },
                remedy: "An installer's ISO image is booted with --cdrom.")
        }
        var image = ImageFacts(
            name: place.description, kind: facts.kind, path: facts.path, format: format, capacity: capacity)
        guard case .volume(let pool, let name) = place else { return image }
        image.volume = .init(pool: pool, name: name)
        if ImageVolumeName(of: name) != nil {
            let record = try await host.image(reference).record
            (image.os, image.user) = (record?.os, record?.user)
        }
        return image
    }

    /// Looks at its first bytes, where they can be read. A machine that reads an image reads what that names.
    private func gate(_ place: StoragePlace) async throws(Failure) {
        guard let (head, length) = await head(of: place) else { return }
        let image = try DiskImage(
            ImageHeader(head, length: length), head: head, length: length, called: place.description,
            task: "Cannot make a machine from \(place)", allowing: ImageAllowances())
        guard image.format == .iso else { return }
        throw Failure(
            .usage, "\(place) is no image of a disk", why: "it is an ISO image",
            remedy: "An installer's medium is booted with --cdrom \(place)")
    }

    /// It was looked at when it came. But who can write to its pool can put there what is not of the format that its
    /// name says.
    private func gate(_ image: StoredImage) async throws(Failure) {
        guard let pool = image.pool, let volume = image.volume,
            let (head, length) = await head(of: .volume(pool: pool, name: volume))
        else { return }
        try ImageHeader(head, length: length).require(
            image.format, of: image.reference, for: "Cannot make a machine from \(image.reference)")
    }

    private func head(of place: StoragePlace) async -> ([UInt8], length: UInt64)? {
        if host.uri.isLocal, case .path(let path) = place,
            let file = try? LocalFiles.head(path, count: ImageHeader.wanted)
        {
            return (file.bytes, file.length)
        }
        let sink = HeadSink()
        guard let volume = try? await volume(at: place), let length = try? await volume.physicalInfo().allocation,
            (try? await volume.download(into: sink, length: UInt64(ImageHeader.wanted), sparse: false)) != nil
        else { return nil }
        return (sink.bytes, length)
    }

    private func volume(at place: StoragePlace) async throws(LibvirtError) -> StorageVolume {
        switch place {
        case .path(let path): try await host.connection.storageVolume(path: path)
        case .volume(let pool, let name): try await host.connection.storagePool(named: pool).volume(named: name)
        }
    }
}

extension ImageFacts {
    fileprivate init(_ image: StoredImage) {
        self.init(
            name: image.reference, kind: .file, path: image.path, format: image.format, capacity: image.virtualSize,
            os: image.record?.os, user: image.record?.user)
        if let pool = image.pool, let name = image.volume { volume = VolumeName(pool: pool, name: name) }
    }
}
