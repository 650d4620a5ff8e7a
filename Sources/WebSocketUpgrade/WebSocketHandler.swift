import NIOCore
import NIOWebSocket

/// One WebSocket at the end of its channel's pipeline: what RFC 6455 asks of a server, and how much is taken when.
///
/// It alone decides when the client is read: what is left of HTTP behind it in the pipeline neither reads nor closes.
final class WebSocketHandler: ChannelDuplexHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundIn = Never
    typealias OutboundOut = WebSocketFrame

    private let limits: WebSocketLimits
    let channel: any Channel
    private var context: ChannelHandlerContext?
    private var assembler: FrameAssembler
    private var queue = MessageQueue()
    private var relay: (far: RelayHandler, end: EventLoopPromise<WebSocketEnd>)?
    private var signsOfLife: SignsOfLife
    /// A goodbye was said: nothing is sent any more, and what comes is thrown away.
    private var isClosing = false
    private var isReading = false

    init(limits: WebSocketLimits, channel: any Channel) {
        self.limits = limits
        self.channel = channel
        assembler = FrameAssembler(largest: limits.largestMessage)
        signsOfLife = SignsOfLife(interval: TimeAmount(limits.pingInterval))
    }

    /// Begins to read, once the pipeline knows nothing of HTTP any more.
    func begin() {
        signsOfLife.begin(on: channel.eventLoop) { [weak self] in self?.askForSignOfLife() }
        readIfWanted()
    }

    // MARK: the user's side

    func receive() -> EventLoopFuture<WebSocketMessage?> {
        let next = queue.next(on: channel.eventLoop)
        readIfWanted()
        return next
    }

    func stopReceiving() { queue.stop() }

    func send(_ message: WebSocketMessage) -> EventLoopFuture<Void> {
        guard let context, !isClosing else { return channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel) }
        let frame =
            switch message {
            case .text(let text): WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(string: text))
            case .binary(let bytes): WebSocketFrame(fin: true, opcode: .binary, data: bytes)
            }
        return context.writeAndFlush(wrapOutboundOut(frame))
    }

    /// Says goodbye; the future ends with the channel.
    func close(_ close: WebSocketClose) -> EventLoopFuture<Void> {
        sayGoodbye(close)
        return channel.closeFuture
    }

    func relay(to far: RelayHandler) -> EventLoopFuture<WebSocketEnd> {
        let end = channel.eventLoop.makePromise(of: WebSocketEnd.self)
        guard context != nil, !isClosing, far.canTake else {
            end.succeed(far.canTake ? .client : .far)
            far.finish(within: TimeAmount(limits.closePatience))
            return end.futureResult
        }
        relay = (far, end)
        // What came before there was a relay.
        for message in queue.takeAll() {
            guard case .binary(let bytes) = message else {
                sayGoodbye(.unacceptable)
                return end.futureResult
            }
            far.write(bytes)
        }
        far.write(assembler.takeFragments())
        far.flush()
        far.readIfWanted()
        readIfWanted()
        return end.futureResult
    }

    // MARK: the far side of a relay

    /// Whether the far side should be read on.
    var canBeSent: Bool { !isClosing && context != nil && channel.isWritable }

    func relayed(_ bytes: ByteBuffer) {
        guard !isClosing else { return }
        let frame = WebSocketFrame(fin: true, opcode: .binary, data: bytes)
        context?.write(wrapOutboundOut(frame), promise: nil)
    }

    func relayComplete() { context?.flush() }

    func relayEnded() {
        context?.flush()
        relay?.end.succeed(.far)
        relay = nil
    }

    // MARK: the client's side

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        end()
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        signsOfLife.seen()
        let frame = unwrapInboundIn(data)
        guard !isClosing else {
            // The client's own goodbye, or its answer to ours: there is nothing left to wait for.
            if frame.opcode == .connectionClose { context.close(promise: nil) }
            return
        }
        do throws(WebSocketFault) {
            try take(frame, context)
        } catch {
            sayGoodbye(error.close)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        relay?.far.flush()
        readIfWanted()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if channel.isWritable { relay?.far.readIfWanted() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: sayGoodbye(.goingAway)
        // A WebSocket has no half that could be open alone.
        case ChannelEvent.inputClosed: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case NIOWebSocketError.invalidFrameLength: sayGoodbye(.tooLarge)
        case is NIOWebSocketError: sayGoodbye(.protocolError("a malformed frame"))
        // What the decoder throws away once it has met such a frame.
        case is ByteToMessageDecoderError where isClosing: break
        default: context.close(promise: nil)
        }
    }

    // MARK: what is left of HTTP

    func read(context: ChannelHandlerContext) {}

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode != .all else { return context.close(mode: mode, promise: promise) }
        // The server's task is cancelled: `HTTPChannelHandler` closes its side then.
        if mode == .input { sayGoodbye(.goingAway) }
        promise?.succeed()
    }

    // MARK: -

    private func take(_ frame: WebSocketFrame, _ context: ChannelHandlerContext) throws(WebSocketFault) {
        guard !frame.rsv1, !frame.rsv2, !frame.rsv3 else { throw WebSocketFault(.protocolError("a reserved bit")) }
        switch frame.opcode {
        case .ping: try answer(frame, context)
        case .pong: break
        case .connectionClose: sayGoodbye(try FarewellReader.read(frame), thenClose: true)
        default:
            if let relay {
                relay.far.write(try assembler.passOn(frame))
            } else if let message = try assembler.add(frame) {
                queue.add(message)
            }
        }
    }

    private func answer(_ ping: WebSocketFrame, _ context: ChannelHandlerContext) throws(WebSocketFault) {
        guard let key = ping.maskKey else { throw WebSocketFault(.protocolError("a frame without a mask")) }
        // Who asks and asks and takes no answer gets none.
        guard channel.isWritable else { return }
        var bytes = ping.data
        bytes.unmask(with: key)
        context.writeAndFlush(wrapOutboundOut(WebSocketFrame(fin: true, opcode: .pong, data: bytes)), promise: nil)
    }

    func readIfWanted() {
        guard !isReading, let context, canTakeFromClient else { return }
        isReading = true
        context.read()
    }

    private var canTakeFromClient: Bool {
        if isClosing { return true }
        if let relay { return relay.far.canTake }
        return queue.size < limits.unread
    }

    /// - Parameter thenClose: the client has said goodbye already.
    private func sayGoodbye(_ close: WebSocketClose, thenClose: Bool = false) {
        guard let context, !isClosing else { return }
        isClosing = true
        queue.end()
        endRelay()
        let frame = WebSocketFrame(fin: true, opcode: .connectionClose, data: close.payload)
        let sent = context.writeAndFlush(wrapOutboundOut(frame))
        if thenClose {
            sent.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        }
        // Also one that takes nothing any more is let go.
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.closePatience)) {
            context.close(promise: nil)
        }
        readIfWanted()
    }

    private func askForSignOfLife() {
        guard let context, !isClosing else { return }
        // Who is not read from cannot be heard.
        guard canTakeFromClient else { return signsOfLife.seen() }
        guard signsOfLife.isAlive else { return context.close(promise: nil) }
        if channel.isWritable {
            context.writeAndFlush(
                wrapOutboundOut(WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer())), promise: nil)
        }
    }

    private func endRelay() {
        guard let relay else { return }
        self.relay = nil
        relay.far.finish(within: TimeAmount(limits.closePatience))
        relay.end.succeed(.client)
    }

    private func end() {
        isClosing = true
        signsOfLife.end()
        queue.end()
        endRelay()
    }
}
