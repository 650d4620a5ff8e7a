import Glibc

/// A local file that could not be read or written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried, such as "open" or "read".
    public let operation: String
    /// The file's path, or how its owner called the descriptor.
    public let path: String
    /// The system's error number (`errno`).
    public let number: Int32

    public init(operation: String, path: String, number: Int32) {
        self.operation = operation
        self.path = path
        self.number = number
    }

    public var description: String {
        var buffer = [CChar](repeating: 0, count: 256)
        let named = unsafe strerror_r(number, &buffer, buffer.count) == 0
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let reason = named ? String(decoding: bytes, as: UTF8.self) : "error \(number)"
        return "cannot \(operation) \(path): \(reason)"
    }

    /// The error of the system call that has just failed on this thread.
    static func last(_ operation: String, _ path: String) -> FileError {
        FileError(operation: operation, path: path, number: errno)
    }
}
