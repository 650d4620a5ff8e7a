internal import CLibvirt
import Synchronization

/// Takes what comes in over a non-blocking stream from libvirt's event thread, which must never wait, to one consumer.
///
/// Everything is taken at once: what is left with libvirt's client would grow there without a bound. When the buffer is
/// full its oldest half is dropped, and the consumer learns how much was lost.
final class StreamReceiver: Sendable {
    private typealias Outcome = Result<StreamChunk?, LibvirtError>
    private typealias Waiter = CheckedContinuation<Outcome, Never>

    private struct State {
        var buffer: [UInt8] = []
        var lost = 0
        var ending: Result<Void, LibvirtError>?
        var waiters: [Waiter] = []

        mutating func append(_ bytes: UnsafeRawBufferPointer, limit: Int) {
            unsafe buffer.append(contentsOf: bytes)
            guard buffer.count > limit else { return }
            // Half at a time, so that dropping does not move the rest for every chunk.
            let drop = max(buffer.count - limit, limit / 2)
            buffer.removeFirst(drop)
            lost += drop
        }

        mutating func take() -> Outcome? {
            if buffer.isEmpty, lost == 0 { return ending.map { $0.map { nil } } }
            defer { (buffer, lost) = ([], 0) }
            return .success(StreamChunk(bytes: buffer, lost: lost))
        }
    }

    /// Size of one read, in bytes.
    private static let readSize = 64 << 10
    /// Reads in one go, after which libvirt's event thread sees to its other work first.
    private static let readsInARow = 16

    private let limit: Int
    private let state = Mutex(State())
    private let stopped = Mutex(false)

    /// - Parameter limit: the most that is kept for a slow consumer, in bytes.
    init(limit: Int) {
        self.limit = max(Self.readSize, limit)
    }

    /// Reads what there is. Called on libvirt's event thread.
    func drain(_ stream: OpaquePointer) {
        unsafe withUnsafeTemporaryAllocation(byteCount: Self.readSize, alignment: 16) { room in
            for _ in 0..<Self.readsInARow {
                guard let count = unsafe read(stream, into: room) else { return }
                if count > 0 {
                    unsafe append(UnsafeRawBufferPointer(rebasing: room.prefix(Int(count))))
                } else {
                    if count == Self.wouldBlock { return }
                    finish(count == 0 ? .success(()) : .failure(.takeLast()))
                    // Otherwise libvirt would call again and again.
                    unsafe stop(stream)
                    return
                }
            }
        }
    }

    /// What `virStreamRecv` answers when nothing is there.
    private static let wouldBlock: Int32 = -2

    private func read(_ stream: OpaquePointer, into room: UnsafeMutableRawBufferPointer) -> Int32? {
        stopped.withLock { stopped in
            stopped ? nil : unsafe virStreamRecv(stream, room.bindMemory(to: CChar.self).baseAddress, room.count)
        }
    }

    /// Has libvirt call no more. Once this is back, `drain` does not touch the stream.
    func stop(_ stream: OpaquePointer) {
        stopped.withLock { stopped in
            guard !stopped else { return }
            stopped = true
            if unsafe virStreamEventRemoveCallback(stream) < 0 { virResetLastError() }
        }
    }

    private func append(_ bytes: UnsafeRawBufferPointer) {
        let delivery = state.withLock { state -> (Waiter, Outcome)? in
            guard state.ending == nil else { return nil }
            unsafe state.append(bytes, limit: limit)
            guard !state.waiters.isEmpty, let outcome = state.take() else { return nil }
            return (state.waiters.removeFirst(), outcome)
        }
        delivery?.0.resume(returning: delivery?.1 ?? .success(nil))
    }

    /// Ends the sequence once what is in the buffer was taken. Only the first call counts.
    func finish(_ ending: Result<Void, LibvirtError>) {
        let waiters = state.withLock { state in
            guard state.ending == nil else { return [Waiter]() }
            state.ending = ending
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume(returning: ending.map { nil }) }
    }

    /// What came in since the last call, or what comes next; nil at the end.
    func next() async throws(LibvirtError) -> StreamChunk? {
        let outcome = await withCheckedContinuation { (continuation: Waiter) in
            let outcome = state.withLock { state in
                let outcome = state.take()
                if outcome == nil { state.waiters.append(continuation) }
                return outcome
            }
            if let outcome { continuation.resume(returning: outcome) }
        }
        return try outcome.get()
    }
}

/// Called on libvirt's event thread; a file-level function, as a closure literal made inside an isolated function traps.
/// Safety: `stream` is libvirt's and lives for the length of the call, `receiver` is a `StreamReceiver` that libvirt holds.
func streamIsReadable(_ stream: OpaquePointer?, _ events: Int32, _ receiver: UnsafeMutableRawPointer?) {
    guard let stream = unsafe stream, let receiver = unsafe receiver else { return }
    unsafe Unmanaged<StreamReceiver>.fromOpaque(receiver).takeUnretainedValue().drain(stream)
}
