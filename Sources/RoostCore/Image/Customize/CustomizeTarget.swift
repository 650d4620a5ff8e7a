import Libvirt
import LibvirtXML

/// An image that may be changed: it is here, nobody writes to it, and nothing stands on it.
struct CustomizeTarget {
    let name: String
    /// Absolute.
    let path: String
    let format: String

    static func task(_ name: String) -> String { "Cannot customize \(name)" }

    /// A file of this computer. Where a pool of the local libvirt holds it, ``volume(_:)`` knows more.
    static func file(_ path: String) async throws(Failure) -> CustomizeTarget {
        guard let absolute = LocalFiles.resolved(path) else {
            throw Failure(.notFound, task(path), why: "there is no file \(path)")
        }
        return try await target(path, at: absolute, host: nil)
    }

    static func volume(_ volume: Volume) async throws(Failure) -> CustomizeTarget {
        let name = volume.address
        guard volume.host.uri.isLocal else {
            throw Failure(
                .unsupported, task(name), why: "it is on \(volume.host.name), and libguestfs works on files here",
                remedy:
                    "Run this on \(volume.host.name), or fetch it (roost volume download), customize the file, and bring it back (roost image import)."
            )
        }
        let view = try await volume.view()
        let path = view.path ?? volume.handle.key
        let uses = try await volume.host.storageUsers().uses(of: path)
        if let use = uses.first(where: { $0.role == .backing }) {
            throw Failure(
                .state, task(name), why: "\(use) needs it as it is: a change would break what stands on it",
                remedy: "Customize a copy: roost volume clone \(ShellWord.quoted(name)) NEW")
        }
        if let use = uses.first(where: \.isActive) {
            throw Failure(
                .state, task(name), why: "the running machine \(use) uses it", remedy: "Shut it down first.")
        }
        return try await target(name, at: path, host: volume.host)
    }

    private static func target(_ name: String, at path: String, host: Host?) async throws(Failure) -> CustomizeTarget {
        let task = task(name)
        let image = try await ImageOpener(host: host, task: task).open(path)
        guard !LocalFiles.isWrittenByQEMU(path) else {
            throw Failure(.state, task, why: "a program has it open and writes to it", remedy: "End that first.")
        }
        guard LocalFiles.mayWrite(path) else {
            throw Failure(.permission, task, why: "\(path) may not be written to by you")
        }
        return CustomizeTarget(name: name, path: path, format: image.format)
    }
}
