import NIOCore

/// Messages that wait for their one reader, or the reader who waits for them.
struct MessageQueue {
    private var messages = CircularBuffer<WebSocketMessage>()
    private var reader: EventLoopPromise<WebSocketMessage?>?
    private var isEnded = false
    private var isStopped = false
    /// How much waits, in bytes.
    private(set) var size = 0

    mutating func add(_ message: WebSocketMessage) {
        if let reader {
            self.reader = nil
            return reader.succeed(message)
        }
        messages.append(message)
        size += message.size
    }

    mutating func next(on eventLoop: any EventLoop) -> EventLoopFuture<WebSocketMessage?> {
        precondition(reader == nil, "a WebSocket has one reader at a time")
        if isStopped { return eventLoop.makeFailedFuture(CancellationError()) }
        if let message = messages.popFirst() {
            size -= message.size
            return eventLoop.makeSucceededFuture(message)
        }
        if isEnded { return eventLoop.makeSucceededFuture(nil) }
        let promise = eventLoop.makePromise(of: WebSocketMessage?.self)
        reader = promise
        return promise.futureResult
    }

    /// Everything that waits, without a reader.
    mutating func takeAll() -> [WebSocketMessage] {
        defer { (messages, size) = ([], 0) }
        return Array(messages)
    }

    /// Nothing comes after what waits.
    mutating func end() {
        isEnded = true
        reader?.succeed(nil)
        reader = nil
    }

    /// The reader does not want to wait any more.
    mutating func stop() {
        isStopped = true
        reader?.fail(CancellationError())
        reader = nil
    }
}
