public import NIOCore

extension WebSocket {
    /// How much is read at once of what is relayed: few calls for a picture that changes, little memory for one that stands
    /// still.
    public static var relayAllocator: any RecvByteBufferAllocator {
        AdaptiveRecvByteBufferAllocator(minimum: 2048, initial: 16_384, maximum: 262_144)
    }
}
