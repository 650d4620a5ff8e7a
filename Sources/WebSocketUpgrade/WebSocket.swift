public import NIOCore

/// One WebSocket, seen from the server.
///
/// Nothing of it is kept without bound: a client that sends faster than it is read is not read from, and whoever sends waits
/// until the client has taken what was sent.
public final class WebSocket: Sendable {
    private let channel: any Channel
    private let handler: NIOLoopBound<WebSocketHandler>

    init(_ handler: WebSocketHandler, on channel: any Channel) {
        self.channel = channel
        self.handler = NIOLoopBound(handler, eventLoop: channel.eventLoop)
    }

    /// Where everything of this WebSocket happens; a channel that it is to be connected to lives here too.
    public var eventLoop: any EventLoop { channel.eventLoop }

    /// The next message. To be called by one task at a time.
    /// - Returns: nil when the client has said goodbye or is gone.
    /// - Throws: `CancellationError` when the task is cancelled; nothing can be received afterwards.
    public func receive() async throws -> WebSocketMessage? {
        try Task.checkCancellation()
        let handler = handler
        return try await withTaskCancellationHandler {
            try await eventLoop.flatSubmit { handler.value.receive() }.get()
        } onCancel: {
            eventLoop.execute { handler.value.stopReceiving() }
        }
    }

    /// Sends a message, and waits until it has left this program.
    /// - Throws: `ChannelError` when the WebSocket is closed.
    public func send(_ message: WebSocketMessage) async throws {
        let handler = handler
        try await eventLoop.flatSubmit { handler.value.send(message) }.get()
    }

    /// Says goodbye, and waits until the client has answered, or has had its time to. What was sent before arrives before.
    public func close(_ close: WebSocketClose = .normal) async {
        let handler = handler
        // The future of a closed channel does not fail.
        try? await eventLoop.flatSubmit { handler.value.close(close) }.get()
    }

    /// Connects the client with `far` until one of them ends: each binary message's bytes go there, and what comes from
    /// there goes to the client, as it comes. Neither is read while the other does not take what was read.
    /// - Parameter far: a channel on ``eventLoop`` that does not read by itself (`autoRead` is off). It is closed in the end;
    ///   the WebSocket is not when it was `far` that ended.
    public func relay(with far: any Channel) async throws -> WebSocketEnd {
        let handler = handler
        return try await eventLoop.flatSubmit {
            let relay = RelayHandler(client: handler.value)
            do {
                try far.pipeline.syncOperations.addHandler(relay)
            } catch {
                far.close(promise: nil)
                return far.eventLoop.makeFailedFuture(error)
            }
            return handler.value.relay(to: relay)
        }.get()
    }
}
