import Glibc

/// Looks whether an SSH server answers.
enum SSHProbe {
    /// A server may send other lines before its version (RFC 4253, 4.2); more than this is no SSH server.
    private static let longestGreeting = 4096
    /// How often the socket is looked at. No thread is held up in between.
    private static let interval = Duration.milliseconds(20)

    /// - Parameters:
    ///   - address: numeric; no name is looked up.
    ///   - limit: for the connection and the greeting together.
    /// - Returns: whether the greeting came. It then hangs up.
    static func answers(_ address: String, port: UInt16 = 22, within limit: Duration) async throws -> Bool {
        guard let socket = Socket(connectingTo: address, port: port) else { return false }
        defer { socket.close() }
        let end = ContinuousClock.now + limit
        var greeting: [UInt8] = []
        while ContinuousClock.now < end {
            switch socket.read() {
            case .data(let bytes):
                greeting += bytes
                if greeting.split(separator: UInt8(ascii: "\n")).contains(where: { $0.starts(with: "SSH-".utf8) }) {
                    return true
                }
                guard greeting.count <= longestGreeting else { return false }
            case .end: return false
            case .nothingYet: try await Task.sleep(for: interval)
            }
        }
        return false
    }

    private enum Reading {
        case data([UInt8])
        case nothingYet
        case end
    }

    /// A TCP socket that never blocks.
    private struct Socket {
        let descriptor: Int32

        /// Safety: each pointer is used within its call only, except for the list, which is freed here.
        init?(connectingTo address: String, port: UInt16) {
            var hints = unsafe addrinfo()
            unsafe hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
            unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
            var list: UnsafeMutablePointer<addrinfo>?
            guard unsafe getaddrinfo(address, String(port), &hints, &list) == 0, let found = unsafe list else {
                return nil
            }
            defer { unsafe freeaddrinfo(found) }
            let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
            let descriptor = unsafe socket(found.pointee.ai_family, type, 0)
            guard descriptor >= 0 else { return nil }
            let result = unsafe connect(descriptor, found.pointee.ai_addr, found.pointee.ai_addrlen)
            guard result == 0 || errno == EINPROGRESS else {
                _ = Glibc.close(descriptor)
                return nil
            }
            self.descriptor = descriptor
        }

        func close() { _ = Glibc.close(descriptor) }

        /// A connection that is not there yet has nothing to read, and one that was refused fails here.
        func read() -> Reading {
            var bytes = [UInt8](repeating: 0, count: 1024)
            // Safety: the buffer is as long as is said, and lives through the call.
            let count = unsafe bytes.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count > 0 { return .data(Array(bytes.prefix(count))) }
            if count == 0 { return .end }
            return errno == EAGAIN || errno == EINTR ? .nothingYet : .end
        }
    }
}
