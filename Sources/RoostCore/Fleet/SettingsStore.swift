import Glibc
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A small file of settings that several programs may change at once: whoever changes it holds the lock of its directory,
/// and who reads it finds the old content or the new, never a piece.
package struct SettingsStore {
    let path: String
    /// What fails when it cannot be written.
    let task: String
    /// Whether it holds secrets: then its mode is its owner's alone whatever it was.
    let isSecret: Bool

    package init(path: String, task: String, isSecret: Bool = false) {
        self.path = path
        self.task = task
        self.isSecret = isSecret
    }

    /// How long another program may hold the lock. A change takes milliseconds.
    private static let patience = Duration.seconds(10)

    private var directory: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

    /// Runs the body while no other program does the same for a file of that directory. Makes the directory, for its owner
    /// alone.
    package func locked<Value>(_ body: () throws(Failure) -> Value) async throws(Failure) -> Value {
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw failure(error)
        }
        let lock = try await FileLock(
            directory, isDirectory: true, within: Self.patience, task: task,
            taken: Failure(.state, task, why: "another program is changing \(path)", remedy: "Try again."))
        defer { lock.release() }
        return try body()
    }

    /// Writes a file beside it and lets that take its name. A new one is its owner's alone; of one that stood its mode stays.
    package func replace(with text: String) throws(Failure) {
        var mode: UInt16 = 0o600
        if !isSecret, case .found(let status) = LocalFiles.look(path) { mode = status.mode & 0o777 }
        let temporary = "\(directory)/.\(path.split(separator: "/").last ?? "")-\(UInt64.random(in: 0 ... .max))"
        do {
            let file = try FileDescriptor.open(
                FilePath(temporary), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: .ownerReadWrite)
            try file.closeAfter {
                try file.writeAll(text.utf8)
                guard fchmod(file.rawValue, mode_t(mode)) == 0, fsync(file.rawValue) == 0 else {
                    throw Errno(rawValue: errno)
                }
            }
            try LocalFiles.rename(temporary, to: path, replacing: true)
        } catch {
            LocalFiles.remove(temporary)
            throw failure(error)
        }
    }

    private func failure(_ error: any Error) -> Failure {
        let number = (error as? Errno)?.rawValue ?? (error as? LocalFiles.Errno)?.number
        let isForbidden =
            [EACCES, EPERM, EROFS].contains(number) || (error as? CocoaError)?.code == .fileWriteNoPermission
        let reason = number.map { Errno(rawValue: $0).description } ?? "\(error)"
        return Failure(isForbidden ? .permission : .general, task, why: "\(path): \(reason)")
    }
}
