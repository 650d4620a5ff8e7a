import Libvirt
import LibvirtXML

/// Gives an image that is all there its name. It appears under it whole, with what is known of it.
struct ImagePublication: Sendable {
    let whole: ImageIntake.Whole
    let record: ImageRecord
    let task: String

    private var pool: Pool { whole.volume.pool }

    /// - Returns: the image, and whether these very bytes were there before.
    /// - Throws: ``Failure``; the partial volume is then still there.
    func publish() async throws(Failure) -> ImageArrival {
        let final = ImageVolumeName(name: record.name, digest: whole.digest, format: whole.format)
        let others = try await pool.images { [name = record.name] in $0.name == name }
        if let same = others.first(where: { $0.version == final.version }) {
            try await whole.volume.remove()
            return ImageArrival(image: same, isNew: false, previous: others.first?.version, notices: whole.notices)
        }
        var record = record
        record.digest = ImageChecksum(.sha256, digest: whole.digest)
        try await write(record, to: final.record)
        let path = try await name(final)
        let image = StoredImage(
            name: final.name, version: final.version, pool: pool.name, volume: final.text, path: path,
            format: final.format.rawValue, virtualSize: whole.virtualSize,
            allocation: try await allocation(final) ?? whole.length, record: record)
        return ImageArrival(image: image, isNew: true, previous: others.first?.version, notices: whole.notices)
    }

    /// Comes before the image, so that no image is ever without.
    private func write(_ record: ImageRecord, to name: String) async throws(Failure) {
        let bytes = try record.bytes()
        if let old = try await pool.volume(named: name) { try await old.remove() }
        let volume = try await pool.create(
            LibvirtXML.Volume(name: name, capacity: 0, format: .raw, allocation: 0), for: task)
        try await volume.write(bytes, for: task)
    }

    /// By a link in the pool's directory where this process may make one, else by a copy that the host makes.
    private func name(_ final: ImageVolumeName) async throws(Failure) -> String {
        if try await pool.volume(named: final.text) != nil {
            // It has the name and was left out above: it is not whole.
            throw Failure(
                .exists, task, why: "there is a damaged \(pool.label)/\(final.text)",
                remedy: "roost volume delete \(pool.host.reference("\(pool.name)/\(final.text)"))")
        }
        let path = whole.volume.handle.key
        if pool.host.uri.isLocal, LocalRename.isPossible(path, size: whole.length),
            let slash = path.lastIndex(of: "/")
        {
            try await complete(whole.volume)
            let target = String(path[...slash]) + final.text
            switch LocalRename.rename(path, to: target, replacing: false) {
            case .done:
                try await waitUntilListed(final.text)
                return target
            case .taken: throw Failure(.exists, task, why: "\(target) has come meanwhile", remedy: "Try again.")
            case .impossible(let number):
                throw Failure(.general, task, why: "\(path) cannot be renamed (error \(number))")
            }
        }
        if let shell = FarShell(pool.host), let path = try await rename(final, by: shell) { return path }
        let copy = try await pool.copy(
            whole.volume, as: LibvirtXML.Volume(name: final.text, capacity: whole.length, format: .raw, allocation: 0),
            reflink: true, for: task)
        try await complete(copy)
        _ = await Task { [volume = whole.volume] in try await volume.remove() }.result
        try await waitUntilListed(final.text)
        return copy.handle.key
    }

    /// On a far host by its own shell, which needs no room for a copy.
    /// - Returns: nil where the user who is logged in may not.
    private func rename(_ final: ImageVolumeName, by shell: FarShell) async throws(Failure) -> String? {
        let path = whole.volume.handle.key
        guard let slash = path.lastIndex(of: "/"), try await shell.mayChange(path) else { return nil }
        try await complete(whole.volume)
        let target = String(path[...slash]) + final.text
        guard try await shell.rename(path, to: target) else {
            if whole.format == .qcow2 { try await whole.volume.write([0, 0, 0, 0], for: task) }
            return nil
        }
        try await waitUntilListed(final.text)
        return target
    }

    /// Puts the first bytes in their place, by which it becomes an image.
    private func complete(_ volume: Volume) async throws(Failure) {
        if Task.isCancelled { throw Failure(.interrupted, task, why: "it was stopped") }
        if whole.format == .qcow2 { try await volume.write(ImageIntake.magic, for: task) }
    }

    /// libvirt looks at the pool again by itself when bytes have come, and refuses to be told to as long as it does.
    private func waitUntilListed(_ name: String) async throws(Failure) {
        let pool = pool
        let waiting = Task { () -> Result<Void, Failure> in
            await attempt { () throws(Failure) in
                for _ in 0..<100 {
                    if try await pool.refresh(), try await pool.volume(named: name) != nil { return }
                    // Not cancelled by anybody: the image is there, and only to be seen yet.
                    try? await Task.sleep(for: .milliseconds(50))
                }
            }
        }
        try await waiting.value.get()
    }

    private func allocation(_ final: ImageVolumeName) async throws(Failure) -> UInt64? {
        try await pool.volume(named: final.text)?.view().allocation
    }
}
