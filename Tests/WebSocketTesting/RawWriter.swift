package import NIOCore

/// Sends bytes, and waits until the kernel has taken them: what was sent can be counted.
package struct RawWriter: Sendable {
    private let channel: any Channel

    package init(_ channel: any Channel) { self.channel = channel }

    package func write(_ bytes: ByteBuffer) async throws { try await channel.writeAndFlush(bytes) }

    /// Hangs up; a write that waits fails then.
    package func cut() { channel.close(promise: nil) }
}
