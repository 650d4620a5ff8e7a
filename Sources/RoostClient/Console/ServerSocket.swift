import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket
import RoostCore

/// A WebSocket to a server. What comes is read no faster than it is taken.
struct ServerSocket: Sendable {
    enum Message: Hashable, Sendable {
        case binary([UInt8])
        case text(String)
    }

    /// The server's goodbye.
    struct Farewell: Hashable, Sendable {
        let code: UInt16
        let reason: String
    }

    private typealias Frames = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

    /// The largest message, in bytes.
    private static let largest = 4 << 20

    private let outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>

    /// Sends bytes. What cannot be sent any more is lost, as the reader finds out.
    func send(_ bytes: [UInt8]) async { try? await write(.binary, ByteBuffer(bytes: bytes)) }

    private func write(_ opcode: WebSocketOpcode, _ data: ByteBuffer) async throws {
        try await outbound.write(WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data))
    }

    /// Opens one, and stays until it ends.
    /// - Parameters:
    ///   - ticket: what lets in; see decision 22.
    ///   - opened: gets it once it is open.
    ///   - received: gets each message.
    /// - Returns: how the server ended it; nil where it was cut off.
    /// - Throws: ``Failure`` when it cannot be opened; what `received` throws.
    static func run(
        _ server: ServerConnection, path: [String], ticket: String, task: String,
        opened: @Sendable (ServerSocket) -> Void, received: @Sendable (Message) async throws -> Void
    ) async throws -> Farewell? {
        let frames: Frames
        do {
            guard let open = try await connect(server, ServerRequest.get(path).target, ticket: ticket) else {
                throw Failure(
                    .permission, task, why: "\(server.address) does not let this program in", remedy: "Try again.")
            }
            frames = open
        } catch {
            throw ServerFailures.broken(error, server.address, task: task)
        }
        do {
            return try await frames.executeThenClose { inbound, outbound in
                let socket = ServerSocket(outbound: outbound)
                opened(socket)
                return try await socket.read(inbound, received)
            }
        } catch is ChannelError {
            return nil
        } catch is IOError {
            return nil
        } catch is NIOSSLError {
            return nil
        }
    }

    private func read(
        _ inbound: NIOAsyncChannelInboundStream<WebSocketFrame>, _ received: (Message) async throws -> Void
    ) async throws -> Farewell? {
        var (message, isText) = ([UInt8](), false)
        for try await frame in inbound {
            switch frame.opcode {
            case .ping: try await write(.pong, frame.unmaskedData)
            case .connectionClose:
                var data = frame.unmaskedData
                let code = data.readInteger(as: UInt16.self) ?? 1005
                let reason = data.readString(length: data.readableBytes) ?? ""
                // The answer is a courtesy: the server may be gone.
                try? await write(.connectionClose, ByteBuffer(integer: code == 1005 ? 1000 : code))
                return Farewell(code: code, reason: reason)
            case .text, .binary, .continuation:
                if frame.opcode != .continuation { (message, isText) = ([], frame.opcode == .text) }
                message += frame.unmaskedData.readableBytesView
                guard message.count <= Self.largest else { throw ChannelError.inputClosed }
                if frame.fin {
                    try await received(isText ? .text(String(decoding: message, as: UTF8.self)) : .binary(message))
                    message = []
                }
            default: break
            }
        }
        return nil
    }

    /// - Returns: nil where the server does not make it a WebSocket.
    private static func connect(
        _ server: ServerConnection, _ target: String, ticket: String
    ) async throws -> Frames? {
        let address = server.address
        let trust = server.trust
        var headers = server.credentialHeaders
        headers.add(name: "Host", value: address.hostField)
        headers.add(name: "Origin", value: address.origin)
        headers.add(name: "User-Agent", value: "roost")
        headers.add(name: "Sec-WebSocket-Protocol", value: "binary, roost.ticket.\(ticket)")
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: target, headers: headers)
        let upgrade = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(10))
            .connect(host: address.host, port: address.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if address.isSecure {
                        try channel.pipeline.syncOperations.addHandler(trust.handler(for: address))
                    }
                    let upgrader = NIOTypedWebSocketClientUpgrader<Frames?>(maxFrameSize: largest) { channel, _ in
                        channel.eventLoop.makeCompletedFuture { try Frames(wrappingChannelSynchronously: channel) }
                    }
                    return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(
                        configuration: .init(
                            upgradeConfiguration: NIOTypedHTTPClientUpgradeConfiguration(
                                upgradeRequestHead: head, upgraders: [upgrader],
                                notUpgradingCompletionHandler: { channel in
                                    channel.close(promise: nil)
                                    return channel.eventLoop.makeSucceededFuture(nil)
                                })))
                }
            }
        return try await upgrade.get()
    }
}
