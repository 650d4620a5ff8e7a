import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// HTTP/1 for Hummingbird, on connections of which some become WebSockets.
struct UpgradableChannel: HTTPChannelHandler {
    let responder: Responder
    let configuration: HTTP1Channel.Configuration
    let limits: WebSocketLimits
    let paths: @Sendable (String) -> Bool
    let decide: @Sendable (WebSocketRequest) async -> WebSocketDecision

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<UpgradableConnection> {
        channel.eventLoop.makeCompletedFuture {
            let question = channel.eventLoop.makePromise(of: UpgradeQuestion?.self)
            let encoder = HTTPResponseEncoder()
            var decoderLimits = NIOHTTPDecoderLimitConfiguration()
            decoderLimits.maxHeaderFieldSize = configuration.httpDecoder.maxHeaderFieldSize
            decoderLimits.maxHeaderListSize = configuration.httpDecoder.maxHeaderListSize
            decoderLimits.maxHeaderFieldCount = configuration.httpDecoder.maxHeaderFieldCount
            let decoder = ByteToMessageHandler(
                HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: decoderLimits))
            let codec = HTTP1ToHTTPServerCodec(secure: false)
            let others = configuration.additionalChannelHandlers()
            let idle = HTTPConnectionStateHandler(
                idleTimeout: configuration.idleTimeout.map { Duration($0) }, logger: logger)
            let gate = UpgradeGate(
                paths: paths, limits: limits, httpHandlers: [encoder, codec] + others + [idle, decoder],
                question: question)
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandlers([encoder, decoder, gate, codec])
            try pipeline.addHandlers(others + [idle])
            // What may wait for a slow client is counted in the same way for HTTP and for WebSockets.
            try channel.syncOptions?.setOption(
                .writeBufferWaterMark, value: .init(low: limits.highWaterMark / 4, high: limits.highWaterMark))
            let http = try NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
            return UpgradableConnection(http: http, question: question.futureResult)
        }
    }

    func handle(value connection: UpgradableConnection, logger: Logger) async {
        await withDiscardingTaskGroup { group in
            // Ends with the connection, whatever that has become.
            group.addTask { await handleHTTP(asyncChannel: connection.http, logger: logger) }
            // A promise that fails belongs to a connection that was never set up.
            guard let question = try? await connection.question.get() else { return }
            switch await decide(question.request) {
            case .refuse(let refusal): question.refuse(refusal)
            case .accept(let subprotocol, let handler):
                guard let socket = await question.accept(subprotocol: subprotocol) else { return }
                await Self.run(handler, with: socket, on: connection.channel)
            }
        }
    }

    private static func run(
        _ handler: @escaping @Sendable (WebSocket) async -> Void, with socket: WebSocket, on channel: any Channel
    ) async {
        await withDiscardingTaskGroup { group in
            let end = channel.closeFuture
            group.addTask {
                await handler(socket)
                await socket.close()
            }
            // Does not fail: it is there for the closing of any kind.
            try? await end.get()
            group.cancelAll()
        }
    }
}
