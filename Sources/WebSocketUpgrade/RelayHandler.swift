import NIOCore

/// The far end of a WebSocket that is a relay. On the WebSocket's event loop, which alone calls it.
final class RelayHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    private var client: WebSocketHandler?
    private var context: ChannelHandlerContext?
    private var isReading = false

    init(client: WebSocketHandler) { self.client = client }

    /// Whether it may be given more.
    var canTake: Bool { context.map { $0.channel.isActive && $0.channel.isWritable } ?? false }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        end()
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        client?.relayed(unwrapInboundIn(data))
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        client?.relayComplete()
        readIfWanted()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if canTake { client?.readIfWanted() }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // It has said its last word, and there is no half of a WebSocket that could be closed.
        if case .inputClosed? = event as? ChannelEvent { end() }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { end() }

    /// Reads on when the client has room for it.
    func readIfWanted() {
        guard !isReading, let context, client?.canBeSent == true else { return }
        isReading = true
        context.read()
    }

    func write(_ bytes: ByteBuffer) { context?.write(wrapOutboundOut(bytes), promise: nil) }

    func flush() { context?.flush() }

    /// The client is gone: what it has sent still arrives, unless it is not taken in time.
    func finish(within patience: TimeAmount) {
        client = nil
        guard let context else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
        context.eventLoop.assumeIsolated().scheduleTask(in: patience) { context.close(promise: nil) }
    }

    private func end() {
        let client = client
        self.client = nil
        context?.close(promise: nil)
        client?.relayEnded()
    }
}
