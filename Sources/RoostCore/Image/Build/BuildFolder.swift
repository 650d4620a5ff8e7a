#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The folder in which one image is built. All that is made lies in it, and goes with it.
struct BuildFolder: Hashable, Sendable {
    let path: String

    /// In TMPDIR, else in /var/tmp: /tmp may be memory, and a build takes more than a gibibyte.
    /// - Throws: ``Failure`` of kind resources.
    init(_ task: String) throws(Failure) {
        let place = ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/var/tmp"
        path = "\(place)/roost-build-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        do {
            // Of another user's eyes: mmdebstrap works in a user namespace where root is another user, who must pass.
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o711])
        } catch {
            throw Failure(
                .resources, task, why: "no folder can be made in \(place): \(error)",
                remedy: "Name another place: TMPDIR=/some/folder")
        }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file for all to read, with the folders above it.
    func write(_ text: String, to name: String, for task: String) throws(Failure) {
        let file = file(name)
        do {
            try FileManager.default.createDirectory(
                atPath: String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o755])
            // A link that the image has under this name would lead out of the folder.
            if LocalFiles.lookAtLink(file) != .missing { try FileManager.default.removeItem(atPath: file) }
            try Data(text.utf8).write(to: URL(filePath: file))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        } catch {
            throw Failure(.resources, task, why: "\(file) cannot be written: \(error)")
        }
    }

    /// Removes it with all that is in it. A program that is about to end, as gpg below mmdebstrap, may still make and remove
    /// files of its own there: then it is tried again, for some seconds. What cannot be removed has the folder's name, which
    /// says what it is.
    func remove() async {
        // A task of its own: the one that was cancelled cannot sleep.
        await Task { [path] in
            for _ in 0..<50 {
                if (try? FileManager.default.removeItem(atPath: path)) != nil { return }
                guard LocalFiles.lookAtLink(path) != .missing else { return }
                try? await Task.sleep(for: .milliseconds(100))
            }
        }.value
    }
}
