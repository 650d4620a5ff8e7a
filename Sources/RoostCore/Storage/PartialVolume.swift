import Libvirt
import LibvirtXML

/// An upload whose bytes have all arrived and which still lacks its final name.
struct PartialVolume: Sendable {
    private let volume: Volume
    private let image: DiskImage
    private let replace: Bool
    private let task: String

    init(_ volume: Volume, image: DiskImage, replace: Bool, task: String) {
        self.volume = volume
        self.image = image
        self.replace = replace
        self.task = task
    }

    /// Gives it its final name. Once it has that, nothing is taken back any more.
    /// - Parameter undo: holds the removal of the partial volume; emptied when that must not happen.
    func publish(as name: String, undo: inout UndoStack) async throws(Failure) -> (path: String, isListed: Bool) {
        if let renamed = try await rename(to: name) {
            undo = UndoStack()
            return renamed
        }
        return try await copy(as: name, undo: &undo)
    }

    /// nil where only the host itself can do it.
    private func rename(to name: String) async throws(Failure) -> (path: String, isListed: Bool)? {
        let pool = volume.pool
        let path = volume.handle.key
        guard pool.host.uri.isLocal, LocalRename.isPossible(path, size: image.size), let slash = path.lastIndex(of: "/")
        else { return nil }
        let final = String(path[...slash]) + name
        // The last moment at which stopping leaves things as they were.
        if Task.isCancelled { throw Failure(.interrupted, task) }
        switch LocalRename.rename(path, to: final, replacing: replace) {
        case .impossible: return nil
        case .taken:
            throw Failure(.exists, task, why: "\(final) has come meanwhile", remedy: "Choose another name.")
        case .done:
            // In a task of its own: a cancellation now must not leave the new volume unlisted.
            let refresh = Task { try await pool.refresh() }
            let isListed = (try? await refresh.value) ?? false
            return (final, isListed)
        }
    }

    private func copy(as name: String, undo: inout UndoStack) async throws(Failure) -> (path: String, isListed: Bool) {
        let pool = volume.pool
        guard !image.hasSnapshots else {
            throw Failure(
                .unsupported, task,
                why: "the host has to copy the image to give it its name, and its snapshots would be lost",
                remedy:
                    "Upload as a user who may write to the pool's directory, or leave them out: qemu-img snapshot -d")
        }
        let made: Volume
        if replace, let old = try await pool.volume(named: name) {
            // From here on the sent bytes are the only ones: they stay if the copy fails.
            undo = UndoStack()
            try await old.remove()
            do throws(Failure) {
                made = try await sameCopy(as: name)
            } catch {
                throw Failure(
                    error.kind, task,
                    why:
                        "\(error.why ?? error.what); the old volume is gone, and what was sent stays as \(volume.address)",
                    remedy: error.remedy)
            }
        } else {
            made = try await sameCopy(as: name)
        }
        let partial = volume
        undo = UndoStack()
        _ = await Task { try await partial.remove() }.result
        return (made.handle.key, true)
    }

    /// What was sent is raw to libvirt until it looks at the bytes, which anybody's refresh of the pool makes it do. One between
    /// the question and the copy makes another format of the image.
    private func sameCopy(as name: String) async throws(Failure) -> Volume {
        for _ in 0..<3 {
            let view = try await volume.view()
            var final = LibvirtXML.Volume(
                name: name, capacity: view.capacity ?? image.size, format: .raw, allocation: 0)
            if view.format == .qcow2 { final.format = .qcow2 }
            let made = try await volume.pool.copy(volume, as: final, reflink: final.format == .raw, for: task)
            guard image.format == .qcow2 else { return made }
            let magic = ImageIntake.magic
            if try await made.bytes(UInt64(magic.count), from: 0, for: task) == magic { return made }
            try await made.remove()
        }
        throw Failure(
            .state, task, why: "the host makes another format of the image when it copies it", remedy: "Try again.")
    }
}
