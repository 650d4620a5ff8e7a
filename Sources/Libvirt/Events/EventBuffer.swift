import Synchronization

/// A bounded buffer between libvirt's event thread, which must never wait, and one consumer.
///
/// When it is full, everything in it is replaced by one `.resynchronise`: a consumer that lists anew has no use for events
/// from before.
final class EventBuffer<Event: Sendable>: Sendable {
    private typealias Waiter = CheckedContinuation<EventElement<Event>?, Never>

    private struct State {
        var elements: [EventElement<Event>] = []
        var first = 0
        var waiters: [Waiter] = []
        var finished = false

        var count: Int { elements.count - first }

        mutating func popFirst() -> EventElement<Event>? {
            guard first < elements.count else { return nil }
            defer {
                first += 1
                if first * 2 >= elements.count {
                    elements.removeFirst(first)
                    first = 0
                }
            }
            return elements[first]
        }
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    func send(_ event: Event) {
        let waiter = state.withLock { state -> Waiter? in
            if state.finished { return nil }
            if !state.waiters.isEmpty { return state.waiters.removeFirst() }
            if state.count < capacity {
                state.elements.append(.event(event))
            } else {
                state.elements = [.resynchronise]
                state.first = 0
            }
            return nil
        }
        waiter?.resume(returning: .event(event))
    }

    /// Ends the sequence once what is in the buffer was taken.
    func finish() {
        let waiters = state.withLock { state in
            state.finished = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume(returning: nil) }
    }

    /// The next element; nil at the end.
    func next() async -> EventElement<Event>? {
        await withCheckedContinuation { continuation in
            let (known, element) = state.withLock { state -> (Bool, EventElement<Event>?) in
                if let element = state.popFirst() { return (true, element) }
                if state.finished { return (true, nil) }
                state.waiters.append(continuation)
                return (false, nil)
            }
            if known { continuation.resume(returning: element) }
        }
    }
}
