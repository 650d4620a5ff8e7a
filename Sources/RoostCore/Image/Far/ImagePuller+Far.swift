import Libvirt

extension ImagePuller {
    /// Has the host fetch the image by itself, where it can and where a published checksum says what it must be.
    /// - Returns: nil where the bytes have to pass through here.
    func fetchFromThere(_ pool: Pool, _ published: ImageChecksum?) async throws -> ImageArrival? {
        guard pull.mayDelegate, let published, let shell = FarShell(host) else { return nil }
        let room = try await pool.room(for: task)
        let volume = try await pool.create(PartialPull.description(pull.name), for: task)
        var undo = UndoStack()
        undo.push("the volume \(volume.address)") { try await volume.remove() }
        do {
            let fetch = FarFetch(shell: shell, source: pull.source, silence: pull.silence, room: room.free)
            let digests = try await watching(volume) { () throws(Failure) in
                try await fetch.run(into: volume.handle.key, published)
            }
            guard let digests, (published.algorithm == .sha256 ? digests.sha256 : digests.sha512) == published.digest,
                let whole = try await look(volume, digests.sha256, room)
            else {
                _ = await undo.unwind()
                return nil
            }
            var record = pull.record
            record.checksum = published
            return try await ImagePublication(whole: whole, record: record, task: task).publish()
        } catch {
            _ = await undo.unwind()
            throw error
        }
    }

    /// The gate looks at what the host has fetched as at anything else.
    /// - Returns: nil for a packed image, which is unpacked here.
    private func look(_ volume: Volume, _ digest: String, _ room: ImageGate.Room) async throws(Failure) -> ImageIntake
        .Whole?
    {
        let gate = ImageGate(task: task, source: pull.address, room: room, allowances: pull.allowances)
        let head = try await volume.bytes(UInt64(ImageHeader.wanted), from: 0, for: task)
        guard ImagePacking(of: head) == nil else { return nil }
        let length = try await volume.length(for: task)
        // It is there already: what it takes is not asked for again.
        let passed = try ImageGate(
            task: gate.task, source: gate.source,
            room: .init(free: max(room.free, length), capacity: room.capacity), allowances: gate.allowances
        ).pass(head, length: length)
        if passed.format == .qcow2 { try await volume.write([0, 0, 0, 0], for: task) }
        return ImageIntake.Whole(
            volume: volume, format: passed.format, length: length, virtualSize: passed.virtualSize ?? length,
            digest: digest, notices: passed.notices)
    }

    /// Tells how long the volume is, while it grows.
    private func watching<Value: Sendable>(
        _ volume: Volume, _ body: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let watch = Task { [self] in
            while !Task.isCancelled {
                // What cannot be read now is read a second later.
                let length = try? await volume.length(for: task)
                report(
                    OperationProgress(
                        step: "\(host.name) fetches \(pull.name) by itself", done: length ?? 0, unit: .bytes))
                try await Task.sleep(for: .seconds(1))
            }
        }
        defer { watch.cancel() }
        return try await body()
    }
}
