import Synchronization

/// What waits for one reader of a ``ChangeFeed``. When it would be too much, one word to look again takes its place.
final class ChangeBuffer<Element: Sendable>: Sendable {
    typealias Item = ChangeFeed<Element>.Item

    private struct State {
        var items: [(item: Item, cost: Int)] = []
        var first = 0
        var cost = 0
        var waiter: CheckedContinuation<Item?, Never>?
        var isFinished = false

        mutating func popFirst() -> Item? {
            guard first < items.count else { return nil }
            let (item, cost) = items[first]
            self.cost -= cost
            first += 1
            if first * 2 >= items.count {
                items.removeFirst(first)
                first = 0
            }
            return item
        }
    }

    private let limits: ChangeFeed<Element>.Limits
    private let state = Mutex(State())

    init(limits: ChangeFeed<Element>.Limits) { self.limits = limits }

    /// - Returns: what wakes the waiting reader, to be called outside of all locks.
    func send(_ item: Item, cost: Int) -> (() -> Void)? {
        state.withLock { state in
            if state.isFinished { return nil }
            if let waiter = state.waiter {
                state.waiter = nil
                return { waiter.resume(returning: item) }
            }
            if state.items.count - state.first < limits.count, state.cost + cost <= limits.cost {
                state.items.append((item, cost))
                state.cost += cost
            } else {
                let number: UInt64 =
                    switch item {
                    case .change(_, let number), .resynchronise(let number): number
                    }
                state.items = [(.resynchronise(number: number), 0)]
                state.first = 0
                state.cost = 0
            }
            return nil
        }
    }

    func finish() {
        let waiter = state.withLock { state in
            state.isFinished = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: nil)
    }

    /// For one reader at a time.
    func next() async -> Item? {
        await withCheckedContinuation { continuation in
            let (isKnown, item, earlier) = state.withLock {
                state -> (Bool, Item?, CheckedContinuation<Item?, Never>?) in
                if let item = state.popFirst() { return (true, item, nil) }
                if state.isFinished { return (true, nil, nil) }
                defer { state.waiter = continuation }
                return (false, nil, state.waiter)
            }
            // A second reader would leave the first one waiting for ever.
            earlier?.resume(returning: nil)
            if isKnown { continuation.resume(returning: item) }
        }
    }
}
