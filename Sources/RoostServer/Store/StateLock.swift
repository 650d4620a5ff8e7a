import Glibc
import RoostCore
import SystemPackage

/// Holds the state directory for one server: a second one would not see the sessions that the first ends. Free again when the
/// process ends, however that comes.
struct StateLock: Sendable {
    private let descriptor: FileDescriptor

    /// - Throws: ``Failure`` when another server has the directory.
    init(directory: String) throws(Failure) {
        let path = directory + "/lock"
        do {
            descriptor = try FileDescriptor.open(
                FilePath(path), .readWrite, options: [.create, .closeOnExec, .noFollow], permissions: .ownerReadWrite)
        } catch {
            throw Failure(.general, "Cannot use the state directory", why: "\(path): \(error)")
        }
        guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            // The lock was not ours: closing gives nothing away.
            try? descriptor.close()
            throw Failure(
                .state, "A server runs with this state directory already", why: directory,
                remedy: "End it, or choose another with --state-dir.")
        }
    }
}
