import LibvirtXML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Changes an image of a far host, where there need be no libguestfs: a copy of it is fetched, changed here, and sent back
/// under a name of its own; only when all of it has arrived it takes the image's place.
struct FarCustomization: Sendable {
    let volume: Volume
    private let task: String
    /// As people and libvirt name it on its host.
    private let name: String

    init(_ volume: Volume) {
        self.volume = volume
        task = CustomizeTarget.task(volume.address)
        name = "\(volume.pool.name)/\(volume.name)"
    }

    /// - Throws: ``Failure`` of kind state for a stored image, for one that is in use and for one that others stand on, of kind
    ///   unsupported for one that stands on another.
    func check() async throws(Failure) {
        try await CustomizeTarget.check(volume)
        guard let backing = try await volume.view().backingPath else { return }
        throw Failure(
            .unsupported, task, why: "it stands on \(backing), and only whole images are fetched",
            remedy: "Make a machine of it, or customize a whole copy on \(volume.host.name) itself.")
    }

    /// Where the copy cannot be sent back it is kept, unless somebody stopped it.
    func apply(
        _ edits: ImageCustomization, _ report: @escaping @Sendable (OperationProgress) -> Void
    ) async throws {
        let before = try await volume.view()
        let folder = try makeFolder(for: before.physical ?? before.allocation ?? before.capacity ?? 0)
        var isNeeded = false
        defer {
            // Only its own copy is in it.
            if !isNeeded { try? FileManager.default.removeItem(atPath: folder) }
        }
        let copy = "\(folder)/image"
        _ = try await volume.download(to: .file(copy, replace: false)).value(telling: report)
        try await ImageCustomizer.copy(copy, called: volume.address).apply(edits).value(telling: report)
        let changed = Failure(
            .state, task, why: "somebody changed it meanwhile", remedy: "\(CustomizeProgram.untouched) Try again.")
        do {
            guard try await volume.view().modified == before.modified else { throw changed }
            let upload = try VolumeUpload(file: copy, address: name, pool: nil, replace: true)
            _ = try await volume.host.uploadVolume(upload).value(telling: report)
        } catch let failure as Failure where failure.kind != .interrupted && failure != changed {
            isNeeded = true
            // Where that is not known, nothing is said of it.
            let isUntouched = (try? await volume.view().modified).map { $0 == before.modified } ?? false
            let words = [copy, name].map(ShellWord.quoted).joined(separator: " ")
            throw Failure(
                failure.kind, task, why: "the changed copy was not sent back: \(failure.why ?? failure.what)",
                remedy:
                    "\(isUntouched ? "\(CustomizeProgram.untouched) " : "")Send it: roost volume upload \(words) --replace "
                    + "--host \(ShellWord.quoted(volume.host.name)); then rm -r \(ShellWord.quoted(folder))")
        }
    }

    /// An image may be large, and secret: in a directory that nobody else enters, where large files have their place.
    private func makeFolder(for size: UInt64) throws(Failure) -> String {
        let place = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/var/tmp"
        let remedy = "Make room there, or set TMPDIR to another directory."
        if let free = LocalFiles.freeSpace(place), free < size {
            throw Failure(
                .resources, task,
                why: "it has \(StorageSize.text(size)), and \(place) \(StorageSize.text(free)) free", remedy: remedy)
        }
        let folder = "\(place)/roost-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        do {
            try LocalFiles.makePrivateDirectory(folder)
        } catch {
            throw Failure(
                .resources, task, why: "\(place) cannot be written to (error \(error.number))", remedy: remedy)
        }
        return folder
    }
}
