import NIOCore

/// Gets in at a display, then passes on what comes, once somebody behind it begins to read. On a channel that does not read by
/// itself.
final class RFBDisplayHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var handshake: RFBDisplayHandshake
    private let isIn: EventLoopPromise<Void>
    private let patience: TimeAmount
    private var clock: Scheduled<Void>?
    private var waiting = ByteBuffer()
    private var isPassing = false

    /// - Parameter isIn: fails with ``RFBProblem``.
    init(password: String?, patience: TimeAmount, isIn: EventLoopPromise<Void>) {
        handshake = RFBDisplayHandshake(password: password)
        self.patience = patience
        self.isIn = isIn
    }

    func channelActive(context: ChannelHandlerContext) {
        clock = context.eventLoop.assumeIsolated().scheduleTask(in: patience) { [isIn] in
            isIn.fail(RFBProblem("the display does not answer"))
            context.close(promise: nil)
        }
        context.read()
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isPassing { return context.fireChannelRead(data) }
        waiting.writeImmutableBuffer(unwrapInboundIn(data))
        guard !handshake.isDone else { return }
        do throws(RFBProblem) {
            let answer = try handshake.take(&waiting)
            if answer.readableBytes > 0 { context.writeAndFlush(wrapOutboundOut(answer), promise: nil) }
            guard handshake.isDone else { return }
            clock?.cancel()
            isIn.succeed()
        } catch {
            isIn.fail(error)
            context.close(promise: nil)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isPassing { return context.fireChannelReadComplete() }
        if !handshake.isDone { context.read() }
    }

    func read(context: ChannelHandlerContext) {
        guard !isPassing, handshake.isDone else { return context.read() }
        isPassing = true
        guard waiting.readableBytes > 0 else { return context.read() }
        let bytes = waiting
        waiting = ByteBuffer()
        context.fireChannelRead(wrapInboundOut(bytes))
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        clock?.cancel()
        isIn.fail(RFBProblem("nobody answers at the display"))
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        clock?.cancel()
        isIn.fail(RFBProblem("nobody answers at the display"))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if isPassing { return context.fireErrorCaught(error) }
        context.close(promise: nil)
    }
}
