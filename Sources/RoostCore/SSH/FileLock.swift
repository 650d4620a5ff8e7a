import Glibc
import SystemPackage

/// A lock between processes, on a file. It is free again when its holder ends, however that comes.
struct FileLock: Sendable {
    private let descriptor: FileDescriptor

    /// No thread is held up in between.
    private static let interval = Duration.milliseconds(20)

    /// Waits until nobody else has the lock: somebody may be typing a password meanwhile.
    /// - Parameters:
    ///   - host: what people call whom the others log in to.
    ///   - limit: nil waits for as long as it takes.
    /// - Throws: ``Failure``; of kind timeout after the limit, of kind interrupted when the task is cancelled.
    init(_ path: String, host: String, within limit: Duration? = nil) async throws(Failure) {
        let end = limit.map { ContinuousClock.now + $0 }
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
                if let end, end <= .now { throw Self.taken(host) }
                try await Task.sleep(for: Self.interval)
            } catch {
                try? descriptor.close()
                if let failure = error as? Failure { throw failure }
                if error is CancellationError {
                    throw Failure(.interrupted, "Stopped waiting for another login to \(host)")
                }
                throw Failure(.general, "Cannot lock \(path)", why: "\(error)")
            }
        }
        self.descriptor = descriptor
    }

    private static func taken(_ host: String) -> Failure {
        Failure(
            .timeout, "Cannot use the login to \(host)",
            why: "another roost is logging in to \(host), and may be waiting for an answer",
            remedy: "Answer it, or end it.")
    }

    /// Closing the file gives the lock back; it cannot fail in a way that keeps it.
    func release() { try? descriptor.close() }
}
