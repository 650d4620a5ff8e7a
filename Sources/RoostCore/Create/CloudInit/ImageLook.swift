/// Finds the image that a machine is to be made from.
struct ImageLook: Sendable {
    let host: Host

    /// Where the image lies, as far as its name alone tells.
    static func place(_ reference: String) -> StoragePlace? {
        if reference.hasPrefix("/") { return .path(reference) }
        let parts = reference.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        return .volume(pool: String(parts[0]), name: String(parts[1]))
    }

    /// - Throws: ``Failure`` of kind notFound; of kind usage for what is no image of a disk, or starts from another image.
    func image(_ reference: String) async throws(Failure) -> ImageFacts {
        guard let place = Self.place(reference) else {
            throw Failure(
                .notFound, "There is no image '\(reference)'",
                remedy: "Give the path of an image on the host, or POOL/VOLUME.")
        }
        guard let sight = try await StorageLook(host: host).look(at: place) else {
            throw Failure(.notFound, "There is no image \(place)", remedy: "Check the path; it is one of the host.")
        }
        let facts = sight.facts
        guard sight.backing.isEmpty else {
            throw Failure(
                .usage, "\(place) starts from another image", why: "it needs \(sight.backing[0])",
                remedy: "Make it whole first: qemu-img convert -O qcow2 \(place) NEW.qcow2")
        }
        guard let format = facts.format, let capacity = facts.capacity, capacity > 0, format != "iso" else {
            throw Failure(
                .usage, "\(place) is no image of a disk", why: facts.format.map { "its format is \($0)" },
                remedy: "An installer's ISO image is booted with --cdrom.")
        }
        var volume: ImageFacts.VolumeName?
        if case .volume(let pool, let name) = place { volume = .init(pool: pool, name: name) }
        return ImageFacts(
            name: place.description, kind: facts.kind, path: facts.path, volume: volume, format: format,
            capacity: capacity)
    }
}
