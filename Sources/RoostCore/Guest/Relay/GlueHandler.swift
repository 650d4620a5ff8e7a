import NIOCore

/// One of two ends that are one connection: what comes in here goes out there.
///
/// No end reads while the other has not got rid of what it was given, so that a slow reader holds up the writer and not this
/// program's memory. An end that has said its last word may still be spoken to. Both ends are on one event loop, which alone
/// calls them.
final class GlueHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var partner: GlueHandler?
    private var context: ChannelHandlerContext?
    private var wantsToRead = false
    /// Whether anything has come in.
    private(set) var hasReceived = false
    /// Called when it closes.
    private let onEnd: (GlueHandler) -> Void

    private init(onEnd: @escaping (GlueHandler) -> Void = { _ in }) { self.onEnd = onEnd }

    /// - Parameter farEnd: called when the far one closes.
    static func pair(farEnd: @escaping (GlueHandler) -> Void) -> (near: GlueHandler, far: GlueHandler) {
        let (near, far) = (GlueHandler(), GlueHandler(onEnd: farEnd))
        near.partner = far
        far.partner = near
        return (near, far)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if canTake { partner?.readAgain() }
    }

    /// Before it was ever active, a channel goes without a word of it.
    func handlerRemoved(context: ChannelHandlerContext) {
        partner?.finish(.all)
        self.context = nil
        partner = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        partner?.readAgain()
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        hasReceived = true
        partner?.write(unwrapInboundIn(data))
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        partner?.context?.flush()
        context.fireChannelReadComplete()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent { partner?.finish(.output) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        partner?.finish(.all)
        onEnd(self)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if canTake { partner?.readAgain() }
        context.fireChannelWritabilityChanged()
    }

    func read(context: ChannelHandlerContext) {
        if partner?.canTake == true { context.read() } else { wantsToRead = true }
    }

    private var canTake: Bool { context.map { $0.channel.isActive && $0.channel.isWritable } ?? false }

    private func readAgain() {
        guard wantsToRead else { return }
        wantsToRead = false
        context?.read()
    }

    private func write(_ bytes: ByteBuffer) { context?.write(wrapOutboundOut(bytes), promise: nil) }

    /// Closes once everything is written: closing throws away what is not.
    private func finish(_ mode: CloseMode) {
        guard let context else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { _ in
            context.close(mode: mode, promise: nil)
        }
    }
}
