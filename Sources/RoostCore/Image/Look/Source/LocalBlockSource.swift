import Glibc
import NIOCore
import SystemPackage

/// An image file or block device of this computer, opened by Roost with its user's rights.
final class LocalBlockSource: BlockSource {
    let size: UInt64
    private let descriptor: SystemPackage.FileDescriptor

    /// - Parameter followsLink: false for a path that an image names.
    /// - Throws: the system's error number; `EINVAL` for what is neither a file nor a block device.
    init(path: String, size: UInt64, followsLink: Bool = true) throws(LocalFiles.Errno) {
        self.size = size
        do {
            descriptor = try SystemPackage.FileDescriptor.open(
                FilePath(path), .readOnly,
                options: followsLink ? [.nonBlocking, .closeOnExec] : [.nonBlocking, .closeOnExec, .noFollow])
        } catch {
            throw LocalFiles.Errno(number: (error as? Errno)?.rawValue ?? EIO)
        }
    }

    deinit {
        // It was only read from.
        try? descriptor.close()
    }

    func read(at offset: UInt64, count: Int) async throws -> ByteBuffer {
        ByteBuffer(bytes: try LocalFiles.read(descriptor.rawValue, at: offset, count: count))
    }
}
