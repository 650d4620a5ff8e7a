import Libvirt
import LibvirtXML

extension Host {
    /// Makes an image of a local file: looks at it, streams it into the pool of the images, and gives it its name when it is
    /// whole. A file with the same bytes as an image of that name changes nothing.
    /// - Parameters:
    ///   - name: of the image; its version follows from the bytes.
    ///   - record: what is known of it. Its name and digest are set here.
    ///   - pool: nil means the pool of the images, which is made where it is missing.
    public func importImage(
        file: String, name: String, record: ImageRecord, pool: String? = nil,
        allowing allowances: ImageAllowances = ImageAllowances()
    ) -> Operation<ImageArrival> {
        Operation("import \(name)", host: self.name) { report in
            let task = "Cannot import \(file)"
            try ImageName.check(name)
            let size = try Self.size(of: file, task)
            let source: ImageFile
            do throws(FileError) {
                source = try ImageFile(path: file)
            } catch {
                throw Failure(.permission, task, why: error.description)
            }
            let pool = try await self.imagePool(pool, for: task)
            let gate = ImageGate(
                task: task, source: file, room: try await pool.room(for: task), allowances: allowances)
            var record = record
            record.name = name
            if record.source == nil { record.source = file }
            return try await pool.takingImage(name, gate: gate, record: record, length: size) { inlet in
                var done: UInt64 = 0
                while let piece = try await source.next() {
                    try await inlet.take(piece)
                    done += piece.length
                    report(OperationProgress(step: "importing \(name)", done: done, total: size, unit: .bytes))
                }
                report(OperationProgress(step: "finishing \(name)", done: size, total: size, unit: .bytes))
            }
        }
    }

    private static func size(of file: String, _ task: String) throws(Failure) -> UInt64 {
        switch LocalFiles.look(file) {
        case .missing: throw Failure(.notFound, task, why: "there is no such file")
        case .hidden: throw Failure(.permission, task, why: "it may not be read by you")
        case .found(let status):
            guard status.kind == .file else {
                throw Failure(
                    .usage, task, why: "it is not a regular file",
                    remedy: "Copy it into a file first, for example with dd.")
            }
            return status.size
        }
    }
}

extension Pool {
    /// How much a new image may take.
    func room(for task: String) async throws(Failure) -> ImageGate.Room {
        // The sizes are those of the last refresh, which may be days old.
        try await refresh()
        let handle = handle
        let info = try await doing(task) { () throws(LibvirtError) in try await handle.info() }
        return ImageGate.Room(free: free(info.available, try await view()), capacity: info.capacity)
    }

    /// Makes a partial volume, has it filled, and publishes it. When anything fails it is removed.
    /// - Parameter length: of the file, which may be packed, in bytes.
    func takingImage(
        _ name: String, gate: ImageGate, record: ImageRecord, length: UInt64?,
        _ fill: (ImageInlet) async throws -> Void
    ) async throws -> ImageArrival {
        if let length { try gate.checkLength(length) }
        let partial = try await create(
            LibvirtXML.Volume(name: PartialName(for: name).text, capacity: 0, format: .raw, allocation: 0),
            for: gate.task)
        var undo = UndoStack()
        undo.push("the volume \(partial.address)") { try await partial.remove() }
        let intake = ImageIntake(into: partial, gate: gate, length: length)
        let inlet = ImageInlet(into: intake, task: gate.task)
        do {
            try await fill(inlet)
            try await inlet.finish()
            let whole = try await intake.finish()
            return try await ImagePublication(whole: whole, record: record, task: gate.task).publish()
        } catch {
            await inlet.stop()
            await intake.abandon()
            throw await undo.unwind(
                after: (error as? Failure) ?? Failure(failing: gate.task, error),
                remedy: "Remove it: roost volume delete \(host.reference(partial.address))")
        }
    }
}

extension Failure {
    /// For errors of files and of cancelled tasks.
    init(failing task: String, _ error: any Error) {
        switch error {
        case is CancellationError: self.init(.interrupted, task, why: "it was stopped")
        case let error as FileError: self.init(.general, task, why: error.description)
        default: self.init(.general, task, why: "\(error)")
        }
    }
}
