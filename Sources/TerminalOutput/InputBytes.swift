import Dispatch

/// What comes in on a descriptor, read on a thread of its own, as reading blocks.
///
/// A read that has begun cannot be taken back: who no longer wants it must not wait for it.
public final class InputBytes: Sendable {
    private let descriptor: Int32
    private let queue = DispatchQueue(label: "roost.input")

    private static let limit = 4096

    public static let standardInput = InputBytes(descriptor: 0)

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// The next bytes, at most 4,096; nil at the end. For one reader.
    public func next() async -> [UInt8]? {
        let bytes = await withCheckedContinuation { continuation in
            queue.async { [descriptor] in
                continuation.resume(returning: TerminalModeCalls.read(descriptor, limit: Self.limit))
            }
        }
        return bytes.isEmpty ? nil : bytes
    }
}
