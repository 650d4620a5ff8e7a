import Libvirt
import LibvirtXML

extension Host {
    /// Sends a file into a new volume.
    ///
    /// The bytes go into a volume with a name of its own (``PartialName``). Only when all have arrived, that becomes the
    /// final name: by a rename where this process may do that in the pool's directory, else by a copy that the host makes.
    /// So an upload that is cut off, even by a crash, leaves nothing under the final name. See
    /// docs/decisions/volume-upload.md.
    public func uploadVolume(_ upload: VolumeUpload) -> Operation<UploadedVolume> {
        Operation("upload \(upload.address)", host: name) { report in
            try await self.run(upload, report)
        }
    }

    private func run(
        _ upload: VolumeUpload, _ report: @escaping @Sendable (OperationProgress) -> Void
    ) async throws -> UploadedVolume {
        let task = "Cannot upload \(upload.file) to \(upload.address)"
        guard case .name(let name, let poolName) = upload.address.form else {
            throw Failure(
                .usage, task, why: "an upload goes into a pool",
                remedy: "Name it POOL/NAME; roost pool list shows the pools.")
        }
        try StorageName.check(name, kind: "volume", reserved: PartialName.overhead)
        let image = try DiskImage(path: upload.file, task: task)
        let pool = try await pool(poolName)
        try await pool.requireActive(for: task)
        let names = try await pool.volumeNames()
        try await checkTarget(name, in: pool, replace: upload.replace, names: names, task)
        try await pool.requireRoom(min(image.allocated, image.size), for: task)

        let partialName = PartialName(for: name)
        var undo = UndoStack()
        do {
            let partial = try await pool.create(
                LibvirtXML.Volume(name: partialName.text, capacity: image.size, format: .raw, allocation: 0), for: task)
            undo.push("the volume \(partial.address)") { try await partial.remove() }
            let sent = try await send(upload.file, image, to: partial, "uploading \(name)", task, report)
            report(OperationProgress(step: "finishing \(name)", done: image.size, total: image.size, unit: .bytes))
            let final = try await PartialVolume(partial, image: image, replace: upload.replace, task: task)
                .publish(as: name, undo: &undo)
            return UploadedVolume(
                pool: pool.name, name: name, path: final.path, size: image.size, sent: sent, isListed: final.isListed,
                leftovers: names.filter { PartialName(of: $0)?.final == name }.map { "\(pool.name)/\($0)" })
        } catch {
            throw await undo.unwind(
                after: (error as? Failure) ?? Failure(.interrupted, task),
                remedy: "Remove it: roost volume delete \(reference("\(pool.name)/\(partialName.text)"))")
        }
    }

    private func checkTarget(
        _ name: String, in pool: Pool, replace: Bool, names: [String], _ task: String
    ) async throws(Failure) {
        guard names.contains(name) else { return }
        guard replace else {
            throw Failure(
                .exists, task, why: "there is a volume of that name", remedy: "Choose another name, or say --replace.")
        }
        guard let volume = try await pool.volume(named: name) else { return }
        let path = try await volume.view().path ?? volume.handle.key
        let users = try await storageUsers()
        try volume.refuseRunningUsers(task, users: users, path: path) {
            "Stop it first: roost shutdown \(ShellWord.quoted($0.machine ?? ""))"
        }
        if let backed = users.uses(of: path).first(where: { $0.role == .backing }) {
            throw Failure(.state, task, why: "\(backed), and would be ruined", remedy: "Upload it under another name.")
        }
    }

    private func send(
        _ file: String, _ image: DiskImage, to volume: Volume, _ step: String, _ task: String,
        _ report: @escaping @Sendable (OperationProgress) -> Void
    ) async throws -> UInt64 {
        do {
            let done = try await volume.handle.upload(from: try FileSource(path: file), length: image.size) {
                progress in
                report(
                    OperationProgress(
                        step: step, done: UInt64(clamping: progress.position), total: image.size, unit: .bytes))
            }
            guard UInt64(clamping: done.position) == image.size else {
                throw Failure(
                    .state, task, why: "\(file) changed while it was read", remedy: "Try again when it rests.")
            }
            return UInt64(clamping: done.data)
        } catch let error as LibvirtError {
            if error.code == .cancelled {
                throw Failure(.interrupted, task, why: "it was stopped, and what was sent removed")
            }
            throw Failure(task, error)
        } catch let error as FileError {
            throw Failure(.general, task, why: error.description)
        }
    }
}
