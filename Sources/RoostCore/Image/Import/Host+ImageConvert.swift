import Libvirt
import LibvirtXML

extension Host {
    /// Makes an image of the same content in another format. The host does the work; only for the new version its bytes are
    /// read once.
    /// - Parameters:
    ///   - name: of the new one; nil puts the format behind the name.
    ///   - pool: nil means the pool of the images.
    public func convert(
        _ image: StoredImage, to form: ImageForm, as name: String? = nil, pool: String? = nil
    ) -> Operation<ImageArrival> {
        Operation("convert \(image.reference)", host: self.name) { report in
            let task = "Cannot convert \(self.label(image.reference)) to \(form.rawValue)"
            guard image.format != form.rawValue else {
                throw Failure(.usage, task, why: "it is that already")
            }
            guard let source = image.pool, let volume = image.volume else {
                throw Failure(.unsupported, task, why: "it lies in no pool", remedy: "roost image import")
            }
            let final = name ?? "\(image.name)-\(form.rawValue)"
            try ImageName.check(final)
            report(OperationProgress(step: "converting \(image.name)"))
            let original = try await self.volume(VolumeAddress("\(source)/\(volume)"))
            try await original.requireConvertible(image.format, for: task)
            let pool = try await self.imagePool(pool, for: task)
            try await pool.requireRoom(image.allocation, for: task)
            var view = LibvirtXML.Volume(
                name: PartialName(for: final).text, capacity: image.virtualSize, allocation: 0)
            view.format = form == .qcow2 ? .qcow2 : .raw
            let made = try await pool.copy(original, as: view, reflink: false, for: task)
            var undo = UndoStack()
            undo.push("the volume \(made.address)") { try await made.remove() }
            do {
                // A guest's disk may begin with what looks like an image; as a raw volume it would be taken for one.
                try await made.requireContent(form.rawValue, for: task)
                var record = image.record ?? ImageRecord(name: final, origin: .imported)
                // The checksum is of what it was made of.
                (record.name, record.checksum, record.added) = (
                    final, nil, ImageRecord(name: final, origin: .built).added
                )
                record.source = image.reference
                let digest = try await made.digest(task) { done, total in
                    report(OperationProgress(step: "reading \(final)", done: done, total: total, unit: .bytes))
                }
                if form == .qcow2 { try await made.write([0, 0, 0, 0], for: task) }
                let whole = ImageIntake.Whole(
                    volume: made, format: form, length: try await made.length(for: task),
                    virtualSize: image.virtualSize, digest: digest.digest, notices: [])
                return try await ImagePublication(whole: whole, record: record, task: task).publish()
            } catch {
                var failure = (error as? Failure) ?? Failure(failing: task, error)
                if failure.kind == .interrupted {
                    failure = Failure(.interrupted, task, why: "it was stopped, and what was made removed")
                }
                throw await undo.unwind(after: failure)
            }
        }
    }

    /// The architecture of the host's processor, as `uname -m` names it.
    public func architecture() async throws(Failure) -> String {
        try await capabilities().architecture?.rawValue ?? "x86_64"
    }
}
