import Subprocess

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Host {
    /// Reads an image again and compares its SHA-256 with its version and its record. Of a qcow2 image on this computer
    /// `qemu-img check` looks at the tables too.
    /// - Throws: ``Failure`` of kind state for an image that has changed since it came.
    public func verify(_ image: StoredImage) -> Operation<ImageVerification> {
        Operation("verify \(image.reference)", host: name) { report in
            let task = "The image \(self.label(image.reference)) is not what it was"
            guard let version = image.version, let pool = image.pool, let name = image.volume else {
                throw Failure(
                    .unsupported, "Cannot verify \(self.label(image.reference))",
                    why: "it has no version, so nobody knows what it was",
                    remedy: "Make an image of it: roost image import")
            }
            let volume = try await self.volume(VolumeAddress("\(pool)/\(name)"))
            let digest = try await volume.digest(task) { done, total in
                report(OperationProgress(step: "reading \(image.name)", done: done, total: total, unit: .bytes))
            }
            let expected = image.record?.digest?.digest ?? version
            guard digest.digest.hasPrefix(version), digest.digest.hasPrefix(expected) else {
                throw Failure(
                    .state, task, why: "its SHA-256 is \(digest.digest), and was \(expected)",
                    remedy: "Delete it, and fetch it again. What stands on it may be damaged too: roost image info "
                        + self.reference(image.reference))
            }
            let structure = image.format == "qcow2" && self.uri.isLocal ? try await Self.check(image.path, task) : nil
            return ImageVerification(image: image, digest: digest, structure: structure)
        }
    }

    private struct TableCheck: Decodable {
        var corruptions: Int?
        var leaks: Int?

        enum CodingKeys: String, CodingKey {
            case corruptions, leaks
        }
    }

    /// - Returns: why not, where the tables were not checked; nil where the program is missing.
    private static func check(_ path: String, _ task: String) async throws -> String? {
        do throws(LocalFiles.Errno) {
            _ = try LocalFiles.head(path, count: 1)
        } catch {
            return "its tables were not checked (error \(error.number))"
        }
        let (output, errors): ([UInt8], String)
        do {
            // The format is stated: the program must not guess it from a stranger's bytes.
            let result = try await Subprocess.run(
                .name("qemu-img"), arguments: ["check", "--output=json", "-f", "qcow2", "--", path],
                output: .bytes(limit: 1 << 20), error: .string(limit: 64 << 10))
            (output, errors) = (result.standardOutput, result.standardError)
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            return error.code == .executableNotFound ? nil : "its tables were not checked (\(error))"
        }
        // What it cannot open it says nothing of on its standard output.
        guard let found = try? JSONDecoder().decode(TableCheck.self, from: Data(output)) else {
            let why = errors.split(whereSeparator: \.isNewline).last.map(String.init) ?? "qemu-img said nothing"
            return "its tables were not checked (\(why))"
        }
        if let corruptions = found.corruptions, corruptions > 0 {
            throw Failure(
                .state, task, why: "qemu-img finds \(corruptions) errors in its tables, which came with it",
                remedy: "Do not use it; tell its publisher.")
        }
        guard let leaks = found.leaks, leaks > 0 else { return "its tables are sound" }
        return "its tables are sound, with \(leaks) clusters that nothing uses"
    }
}

extension Volume {
    /// SHA-256 of all of it.
    func digest(_ task: String, progress: (UInt64, UInt64) -> Void) async throws(Failure) -> ImageChecksum {
        let total = try await length(for: task)
        var hash = ImageHash(.sha256)
        var done: UInt64 = 0
        while done < total {
            if Task.isCancelled { throw Failure(.interrupted, task, why: "it was stopped") }
            let bytes = try await bytes(8 << 20, from: done, for: task)
            guard !bytes.isEmpty else { break }
            hash.update(bytes)
            done += UInt64(bytes.count)
            progress(done, total)
        }
        guard let digest = ImageChecksum(.sha256, digest: hash.digest) else {
            throw Failure(.general, task, why: "its checksum cannot be told")
        }
        return digest
    }
}
