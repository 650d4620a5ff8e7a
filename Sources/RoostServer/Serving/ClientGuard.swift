import NIOCore
import NIOHTTPTypes

/// Ends connections of clients that hold them up: too many of one address, a body that trickles, an answer that is not taken,
/// a body that goes on after its refusal. (The header's time is Hummingbird's idle timeout.)
final class ClientGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    struct Limits: Sendable {
        /// A body may take this long, and a second more for each ``bytesPerSecond``. Only the time counts in which the server
        /// waits for the client, not that in which storage is slow.
        var bodyTime = TimeAmount.seconds(30)
        var bytesPerSecond = 1024
        /// For how long a client may leave what is sent to it in the line.
        var writeTime = TimeAmount.seconds(60)
        /// How much of a body is read on for nothing after the request was answered.
        var bytesAfterAnswer = 1 << 20
        /// How often is looked.
        var interval = TimeAmount.seconds(5)
    }

    private let counter: ConnectionCounter
    private let times: ConnectionTimes
    private let limits: Limits
    private var address: String?
    private var origin: SocketAddress?
    private var check: RepeatedTask?
    /// Of the request whose body is being read.
    private var isReadingBody = false
    private var isAnswered = false
    private var received = 0
    private var afterAnswer = 0
    private var waited = TimeAmount.zero
    private var waitsSince: NIODeadline?
    private var fullSince: NIODeadline?

    init(counter: ConnectionCounter, times: ConnectionTimes = ConnectionTimes(), limits: Limits = Limits()) {
        self.counter = counter
        self.times = times
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    /// Removed when the connection becomes a WebSocket: it still counts, until it is closed.
    func handlerRemoved(context: ChannelHandlerContext) {
        check?.cancel()
        check = nil
        forget()
        guard let address, context.channel.isActive else { return end() }
        self.address = nil
        let counter = counter
        context.channel.closeFuture.whenComplete { _ in counter.close(address) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if let since = waitsSince {
            waited = waited + (context.eventLoop.now - since)
            waitsSince = nil
        }
        switch unwrapInboundIn(data) {
        case .head:
            isReadingBody = true
            isAnswered = false
            received = 0
            afterAnswer = 0
            waited = .zero
        case .body(let bytes):
            received += bytes.readableBytes
            if isAnswered { afterAnswer += bytes.readableBytes }
            if afterAnswer > limits.bytesAfterAnswer { return context.close(promise: nil) }
        case .end:
            isReadingBody = false
        }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        if waitsSince == nil { waitsSince = context.eventLoop.now }
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { isAnswered = true }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        fullSince = context.channel.isWritable ? nil : context.eventLoop.now
        context.fireChannelWritabilityChanged()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard check == nil else { return }
        let address = context.remoteAddress?.plainAddress ?? "local"
        guard counter.open(address) else { return context.close(promise: nil) }
        self.address = address
        origin = context.remoteAddress
        if let origin { times.open(origin) }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        check = context.eventLoop.scheduleRepeatedTask(initialDelay: limits.interval, delay: limits.interval) { _ in
            let (handler, context) = bound.value
            handler.look(context)
        }
    }

    private func end() {
        check?.cancel()
        check = nil
        forget()
        if let address { counter.close(address) }
        address = nil
    }

    private func forget() {
        if let origin { times.close(origin) }
        origin = nil
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        if let fullSince, now - fullSince > limits.writeTime { return context.close(promise: nil) }
        guard isReadingBody else { return }
        let waiting = waitsSince.map { now - $0 } ?? .zero
        let allowed = limits.bodyTime + .seconds(Int64(received / limits.bytesPerSecond))
        if waited + waiting > allowed { context.close(promise: nil) }
    }
}

@available(*, unavailable)
extension ClientGuard: Sendable {}
