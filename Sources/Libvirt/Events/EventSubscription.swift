import Synchronization

/// The registrations behind an event sequence. It ends them when the last iterator and the sequence are gone, the
/// consumer is cancelled, or the connection ends, whichever comes first.
final class EventSubscription<Event: Sendable>: Sendable {
    let buffer: EventBuffer<Event>
    private let onEnd: Mutex<(@Sendable () -> Void)?>

    init(buffer: EventBuffer<Event>, onEnd: @escaping @Sendable () -> Void) {
        self.buffer = buffer
        self.onEnd = Mutex(onEnd)
    }

    deinit {
        end()
    }

    func end() {
        buffer.finish()
        let action = onEnd.withLock { onEnd in
            defer { onEnd = nil }
            return onEnd
        }
        action?()
    }
}
