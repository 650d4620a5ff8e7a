import Synchronization

/// What libvirt calls back with: hands one registration's events to all who listen to it.
final class EventChannel<Event: Sendable>: Sendable {
    private let buffers = Mutex<[UInt64: EventBuffer<Event>]>([:])

    var isEmpty: Bool { buffers.withLock(\.isEmpty) }

    func add(_ buffer: EventBuffer<Event>, _ listener: UInt64) {
        buffers.withLock { $0[listener] = buffer }
    }

    func remove(_ listener: UInt64) {
        buffers.withLock { buffers in _ = buffers.removeValue(forKey: listener) }
    }

    /// Called on libvirt's event thread.
    func send(_ event: Event) {
        // Sent with the lock held, so that a listener that was removed gets nothing any more.
        buffers.withLock { buffers in
            for buffer in buffers.values { buffer.send(event) }
        }
    }
}
