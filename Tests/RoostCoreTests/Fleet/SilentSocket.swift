import Glibc

/// A UNIX socket that takes connections into its queue and never accepts one: a daemon that has frozen.
struct SilentSocket: Sendable {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard descriptor >= 0, bytes.count < 108 else { throw CannotListen(path: path) }
        // Safety: the name is shorter than the field, and both live through the calls.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let bound = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, listen(descriptor, 64) == 0 else { throw CannotListen(path: path) }
    }

    /// Hangs up on everybody.
    func end() { close(descriptor) }

    struct CannotListen: Error {
        let path: String
    }
}
