import Glibc
import SystemPackage

/// A lock between processes, on a file or a directory. It is free again when its holder ends, however that comes.
struct FileLock: Sendable {
    private let descriptor: FileDescriptor

    /// No thread is held up in between.
    private static let interval = Duration.milliseconds(20)

    /// Waits until nobody else has the lock.
    /// - Parameters:
    ///   - path: of a directory, or of a file, which is made where it is missing.
    ///   - limit: nil waits for as long as it takes.
    ///   - task: what cannot be done without it.
    ///   - taken: the failure after the limit.
    /// - Throws: ``Failure``: `taken`, one of kind interrupted when the task is cancelled, or why the lock cannot be had.
    init(
        _ path: String, isDirectory: Bool = false, within limit: Duration?, task: String,
        taken: @autoclosure () -> Failure
    ) async throws(Failure) {
        let end = limit.map { ContinuousClock.now + $0 }
        let descriptor: FileDescriptor
        do {
            descriptor =
                isDirectory
                ? try FileDescriptor.open(FilePath(path), .readOnly, options: [.directory, .closeOnExec])
                : try FileDescriptor.open(
                    FilePath(path), .readWrite, options: [.create, .closeOnExec, .noFollow],
                    permissions: [.ownerRead, .ownerWrite])
        } catch {
            throw Failure(.general, task, why: "\(path) cannot be opened: \(error)")
        }
        while flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            do {
                guard number == EWOULDBLOCK || number == EINTR else { throw Errno(rawValue: number) }
                if let end, end <= .now { throw taken() }
                try await Task.sleep(for: Self.interval)
            } catch {
                // Nothing was written.
                try? descriptor.close()
                if let failure = error as? Failure { throw failure }
                if error is CancellationError { throw Failure(.interrupted, "\(task): stopped before it began") }
                throw Failure(.general, task, why: "\(path) cannot be locked: \(error)")
            }
        }
        self.descriptor = descriptor
    }

    /// Closing gives the lock back; it cannot fail in a way that keeps it.
    func release() { try? descriptor.close() }
}
