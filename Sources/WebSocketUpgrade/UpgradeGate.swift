import Crypto
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1
import NIOWebSocket

/// Stands between the HTTP decoder and the HTTP server: holds back a request for a WebSocket until it is decided, and makes
/// the connection one or answers it. All others pass.
///
/// Unlike NIO's own upgrade handler it takes such a request at any place in a connection, answers those that are refused, and
/// lets other protocols' Upgrade headers be what they are: an offer that may be ignored.
final class UpgradeGate: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        case http
        /// NIO's decoder reads nothing after a request with an Upgrade header, so that its answer is the last.
        case lastRequest(isWhole: Bool)
        /// A request for a WebSocket; it waits for the answers to those before it.
        case held(WebSocketHandshake)
        case asked(WebSocketHandshake)
        /// What comes now is bytes.
        case upgraded
        case refused
    }

    private let paths: @Sendable (String) -> Bool
    private let limits: WebSocketLimits
    private let httpHandlers: [any RemovableChannelHandler]
    private let question: EventLoopPromise<UpgradeQuestion?>
    private var context: ChannelHandlerContext?
    private var state = State.http
    private var unanswered = 0

    /// - Parameters:
    ///   - httpHandlers: what is taken out of the pipeline when the connection becomes a WebSocket; the encoder first.
    ///   - question: is given the request for a WebSocket, or nil when the connection has ended without one.
    init(
        paths: @escaping @Sendable (String) -> Bool, limits: WebSocketLimits,
        httpHandlers: [any RemovableChannelHandler], question: EventLoopPromise<UpgradeQuestion?>
    ) {
        self.paths = paths
        self.limits = limits
        self.httpHandlers = httpHandlers
        self.question = question
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        question.succeed(nil)
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        question.succeed(nil)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch state {
        case .http, .lastRequest: pass(unwrapInboundIn(data), context)
        // The rest of the request, which has none that counts.
        case .held, .asked, .refused: break
        case .upgraded: context.fireChannelRead(data)
        }
    }

    private func pass(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        guard case .head(var head) = part else {
            if case .end = part, case .lastRequest = state { state = .lastRequest(isWhole: true) }
            return context.fireChannelRead(wrapInboundOut(part))
        }
        if WebSocketHandshake.isAskedFor(by: head), paths(head.path) {
            state = .held(WebSocketHandshake(head))
            return askIfPossible(context)
        }
        if head.headers.contains(name: "Upgrade") || head.method == .CONNECT {
            state = .lastRequest(isWhole: false)
            head.headers.remove(name: "Upgrade")
            head.headers.replaceOrAdd(name: "Connection", value: "close")
        }
        unanswered += 1
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if case .lastRequest = state { head.headers.replaceOrAdd(name: "Connection", value: "close") }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end(let trailers):
            context.write(wrapOutboundOut(.end(trailers)), promise: promise)
            unanswered -= 1
            askIfPossible(context)
        case let part: context.write(wrapOutboundOut(part), promise: promise)
        }
    }

    /// While nobody takes what comes, nothing is read: what is decided may take its time.
    func read(context: ChannelHandlerContext) {
        switch state {
        case .http, .upgraded, .lastRequest(isWhole: false): context.read()
        case .lastRequest(isWhole: true), .held, .asked, .refused: break
        }
    }

    private func askIfPossible(_ context: ChannelHandlerContext) {
        guard case .held(let handshake) = state, unanswered == 0 else { return }
        state = .asked(handshake)
        do {
            let request = try handshake.request(from: context.remoteAddress)
            question.succeed(UpgradeQuestion(request, at: self, on: context.eventLoop))
        } catch {
            refuse(error.refusal)
        }
    }

    func refuse(_ refusal: WebSocketRefusal) {
        guard let context, case .asked = state else { return }
        state = .refused
        var headers = HTTPHeaders([
            ("Content-Type", refusal.contentType), ("Content-Length", String(refusal.body.readableBytes)),
            ("Connection", "close"),
        ])
        if refusal.status == .upgradeRequired { headers.add(name: "Sec-WebSocket-Version", value: "13") }
        let status = HTTPResponseStatus(statusCode: refusal.status.code, reasonPhrase: refusal.status.reasonPhrase)
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(refusal.body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }

    /// - Throws: `ChannelError` when the client is gone.
    func accept(subprotocol: String?) throws -> WebSocket {
        guard let context, context.channel.isActive, case .asked(let handshake) = state else {
            throw ChannelError.ioOnClosedChannel
        }
        let head = HTTPResponseHead(
            version: .http1_1, status: .switchingProtocols, headers: handshake.answer(subprotocol: subprotocol))
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        // From here on what the decoder has left comes as bytes.
        state = .upgraded
        let pipeline = context.pipeline.syncOperations
        let handler = WebSocketHandler(limits: limits, channel: context.channel)
        let frames = ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: limits.largestFrame))
        try pipeline.addHandlers([WebSocketFrameEncoder(), frames, handler], position: .after(self))
        for http in httpHandlers { pipeline.removeHandler(http, promise: nil) }
        pipeline.removeHandler(self, promise: nil)
        handler.begin()
        return WebSocket(handler, on: handler.channel)
    }
}

extension HTTPRequestHead {
    /// Without a query.
    fileprivate var path: String { String(uri.prefix { $0 != "?" }) }
}
