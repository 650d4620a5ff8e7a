import Glibc
import SystemPackage

/// A lock between processes, on a file. It is free again when its holder ends, however that comes.
struct FileLock: Sendable {
    private let descriptor: FileDescriptor

    /// No thread is held up in between.
    private static let interval = Duration.milliseconds(20)

    /// Waits until nobody else has the lock: somebody may be typing a password meanwhile.
    /// - Throws: ``Failure``; of kind interrupted when the task is cancelled.
    init(_ path: String) async throws(Failure) {
        let descriptor: FileDescriptor
        do {
            descriptor = try FileDescriptor.open(
                FilePath(path), .readWrite, options: [.create, .closeOnExec, .noFollow],
                permissions: [.ownerRead, .ownerWrite])
        } catch {
            throw Failure(.general, "Cannot open \(path)", why: "\(error)")
        }
        while flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            do {
                guard number == EWOULDBLOCK || number == EINTR else { throw Errno(rawValue: number) }
                try await Task.sleep(for: Self.interval)
            } catch {
                try? descriptor.close()
                if error is CancellationError { throw Failure(.interrupted, "Stopped waiting for another login") }
                throw Failure(.general, "Cannot lock \(path)", why: "\(error)")
            }
        }
        self.descriptor = descriptor
    }

    /// Closing the file gives the lock back; it cannot fail in a way that keeps it.
    func release() { try? descriptor.close() }
}
