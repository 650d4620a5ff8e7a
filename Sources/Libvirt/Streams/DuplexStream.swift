internal import CLibvirt
import Synchronization

/// A stream that a person or a program talks over, in both directions: a machine's serial console or a channel.
///
/// What comes in is an asynchronous sequence of chunks, for one consumer. It ends when the machine stops, the stream is closed
/// or the connection is closed, and throws when something fails. At most `limit` bytes wait for a slow consumer.
/// Dropping the stream, or cancelling the task that consumes it, closes it.
///
/// It has a connection of its own, because a host whose machine does not read what it is sent soon takes nothing more over
/// that connection, calls included.
public final class DuplexStream: Sendable {
    /// What waits for a slow consumer at most, in bytes, unless told otherwise.
    public static let defaultLimit = 1 << 20

    let connection: Connection
    private let handle: Handle
    private let parent: Connection
    private let receiver: StreamReceiver
    private let end: End
    private let tickets: (own: UInt64, parents: UInt64)

    /// Ends the stream once, and not while something is being sent: libvirt frees what a call on another thread still uses.
    private final class End: Sendable {
        let receiver: StreamReceiver
        let ended = Mutex(false)

        init(receiver: StreamReceiver) {
            self.receiver = receiver
        }

        /// Runs on a blocking thread.
        func end(_ stream: OpaquePointer) {
            unsafe receiver.stop(stream)
            ended.withLock { ended in
                guard !ended else { return }
                ended = true
                if unsafe virStreamAbort(stream) < 0 { virResetLastError() }
            }
        }

        func whileOpen<Value: Sendable>(_ body: () throws(LibvirtError) -> Value) throws(LibvirtError) -> Value {
            try ended.withLock { ended throws(LibvirtError) in
                guard !ended else { throw .streamEnded }
                return try body()
            }
        }
    }

    /// Opens a stream on `connection`, which nothing else uses.
    ///
    /// - Parameters:
    ///   - parent: whose closing closes the stream as well.
    ///   - name: the C function that `attach` calls, for the statistics.
    ///   - attach: has libvirt connect the stream to something.
    @safe init(
        on connection: Connection, parent: Connection, limit: Int, _ name: String,
        attach: @escaping @Sendable (OpaquePointer) -> Int32
    ) async throws(LibvirtError) {
        try await connection.watchForLoss()
        let receiver = StreamReceiver(limit: limit)
        let end = End(receiver: receiver)
        let owner = try connection.openHandle()
        handle = try await connection.blocking(name) { pointer throws(LibvirtError) in
            let stream = unsafe try check(virStreamNew(pointer, VIR_STREAM_NONBLOCK.rawValue))
            let handle = unsafe Handle(adopting: stream, calls: owner.calls) { stream in
                unsafe end.end(stream)
                unsafe _ = virStreamFree(stream)
            }
            try check(unsafe attach(stream))
            let box = unsafe Unmanaged.passRetained(receiver)
            let events = Int32(bitPattern: VIR_STREAM_EVENT_READABLE.rawValue)
            if unsafe virStreamEventAddCallback(
                stream, events, streamIsReadable, box.toOpaque(), releaseObject) < 0
            {
                unsafe box.release()
                throw LibvirtError.takeLast()
            }
            return handle
        }
        self.connection = connection
        self.receiver = receiver
        self.end = end
        self.parent = parent
        let (own, parents) = (connection.endings, parent.endings)
        tickets = (own.nextTicket(), parents.nextTicket())
        own.add(tickets.own) {
            receiver.finish(own.reason == .client ? .success(()) : .failure(.connectionLost))
        }
        parents.add(tickets.parents) { [weak self] in
            if parents.reason == .client { self?.closeLater() }
        }
    }

    deinit {
        connection.endings.forget(tickets.own)
        parent.endings.forget(tickets.parents)
        receiver.finish(.success(()))
    }

    /// What comes in.
    public var chunks: Chunks { Chunks(stream: self) }

    /// Sends bytes. Calls that overlap are sent in no certain order.
    ///
    /// It waits as long as the host takes nothing more.
    ///
    /// Maps to `virStreamSend`.
    ///
    /// - Throws: `.invalidStream` when the stream was closed, `.resourceBusy` when the host takes no more now.
    public func write(_ bytes: [UInt8]) async throws(LibvirtError) {
        let (handle, end) = (handle, end)
        try await handle.calls.blocking("virStreamSend") { () throws(LibvirtError) in
            var done = 0
            while done < bytes.count {
                let rest = bytes.span.extracting(droppingFirst: done).extracting(first: 64 << 10)
                let sent = try unsafe rest.withUnsafeBytes { rest throws(LibvirtError) in
                    try end.whileOpen { () throws(LibvirtError) in
                        unsafe virStreamSend(handle.pointer, rest.bindMemory(to: CChar.self).baseAddress, rest.count)
                    }
                }
                if sent == -2 {
                    throw LibvirtError(code: .resourceBusy, domain: .streams, message: "the stream takes no more now")
                }
                done += Int(try check(sent))
            }
        }
    }

    /// Ends the stream, whatever the calling task's state, and waits until the host knows. Closing a second time does nothing.
    ///
    /// A host that takes nothing more hears of it only when the connection is found dead; see `KeepAlive`.
    ///
    /// Maps to `virStreamEventRemoveCallback` and `virStreamAbort`.
    public func close() async {
        await withCheckedContinuation { continuation in
            closeLater { continuation.resume() }
        }
    }

    /// As ``close()``, without waiting.
    public func abandon() { closeLater() }

    /// Ends the stream without waiting.
    fileprivate func closeLater(then action: @escaping @Sendable () -> Void = {}) {
        receiver.finish(.success(()))
        let (handle, end) = (handle, end)
        let accepted = handle.calls.later {
            unsafe end.end(handle.pointer)
            action()
        }
        if !accepted { action() }
    }
}

extension DuplexStream {
    /// What comes in over a stream, for one consumer.
    public struct Chunks: AsyncSequence, Sendable {
        public typealias Element = StreamChunk
        public typealias Failure = LibvirtError

        fileprivate let stream: DuplexStream

        public func makeAsyncIterator() -> Iterator {
            Iterator(stream: stream)
        }
    }

    /// Goes through what comes in. It holds the stream.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let stream: DuplexStream

        public mutating func next() async throws(LibvirtError) -> StreamChunk? {
            try await next(isolation: nil)
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(LibvirtError) -> StreamChunk? {
            let stream = stream
            let outcome = await withTaskCancellationHandler { () -> Result<StreamChunk?, LibvirtError> in
                do throws(LibvirtError) {
                    return .success(try await stream.receiver.next())
                } catch {
                    return .failure(error)
                }
            } onCancel: {
                stream.closeLater()
            }
            return try outcome.get()
        }
    }
}
