import Dispatch
import Libvirt
import Synchronization

/// Reads a local file piece by piece, without holding up the threads that tasks run on.
final class ImageFile: Sendable {
    private let source: Mutex<FileSource>
    private static let pieceSize = 1 << 20

    init(path: String) throws(FileError) {
        source = Mutex(try FileSource(path: path))
    }

    /// nil at the end.
    /// - Throws: `FileError`.
    func next() async throws -> ImagePiece? {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async {
                continuation.resume(with: Result { try self.read() })
            }
        }
    }

    private func read() throws -> ImagePiece? {
        try source.withLock { source in
            var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
            var bytes = buffer.mutableSpan
            switch try source.next(into: &bytes) {
            case .data(let count):
                buffer.removeLast(buffer.count - count)
                return .data(buffer)
            case .hole(let length): return .hole(UInt64(clamping: length))
            case .end: return nil
            }
        }
    }
}
