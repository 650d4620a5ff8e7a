import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Hands changes to any number of readers, each with a number one higher than the last.
///
/// A reader that was away for a short time goes on where it was, out of a bounded history. One that is too slow, or was away
/// for too long, is told to look again: neither the history nor what waits for a reader grows without end.
public final class ChangeFeed<Element: Sendable>: Sendable {
    /// What a reader gets.
    public enum Item: Sendable {
        case change(Element, number: UInt64)
        /// Changes were lost: everything has to be looked at anew, as of that number or later.
        case resynchronise(number: UInt64)
    }

    /// What is allowed to wait for one reader.
    public struct Limits: Sendable {
        public var count: Int
        /// Sum of the costs that were given with the changes.
        public var cost: Int

        public init(count: Int = 1024, cost: Int = 4 << 20) {
            self.count = count
            self.cost = cost
        }
    }

    private struct State {
        var last: UInt64
        /// The highest number that a reader who comes back may have missed for good.
        var forgotten: UInt64
        var history: [(number: UInt64, element: Element, cost: Int)] = []
        /// Where the oldest of the history is, once that is full.
        var oldest = 0
        var readers: [UInt64: ChangeBuffer<Element>] = [:]
        var nextReader: UInt64 = 0
        var isFinished = false
    }

    private let historyLength: Int
    private let limits: Limits
    private let state: Mutex<State>

    /// - Parameters:
    ///   - history: how many changes are kept for readers that come back, at least 1.
    ///   - limits: what waits for one reader at most.
    ///   - start: the number before the first; nil takes it from the clock. Numbers of an earlier run of the program must lie
    ///     below it, or a reader of that run would go on in the wrong place. All of them fit a JavaScript number.
    public init(
        history: Int = 4096, limits: Limits = Limits(),
        start: UInt64? = nil
    ) {
        let start = start ?? UInt64(max(0, Date().timeIntervalSince1970)) * 1_000_000
        historyLength = max(1, history)
        self.limits = limits
        state = Mutex(State(last: start, forgotten: start))
    }

    /// The number of the newest change.
    public var last: UInt64 { state.withLock(\.last) }

    /// How many read at the moment.
    public var readers: Int { state.withLock(\.readers.count) }

    /// Gives a change to all readers. Never waits.
    /// - Parameters:
    ///   - cost: its share of ``Limits/cost``, such as its size in bytes.
    ///   - keeping: whether it belongs to the history. What is soon replaced by the next of its kind does not.
    /// - Returns: its number.
    @discardableResult
    public func publish(_ element: Element, cost: Int = 1, keeping: Bool = true) -> UInt64 {
        publish(cost: cost, keeping: keeping) { _ in element }
    }

    /// The same for a change that has to know its own number.
    @discardableResult
    public func publish(cost: Int = 1, keeping: Bool = true, _ make: (UInt64) -> Element) -> UInt64 {
        let (number, wakeups) = state.withLock { state -> (UInt64, [() -> Void]) in
            state.last += 1
            let number = state.last
            let element = make(number)
            if keeping {
                if state.history.count < historyLength {
                    state.history.append((number, element, cost))
                } else {
                    state.forgotten = state.history[state.oldest].number
                    state.history[state.oldest] = (number, element, cost)
                    state.oldest = (state.oldest + 1) % historyLength
                }
            }
            return (number, state.readers.values.compactMap { $0.send(.change(element, number: number), cost: cost) })
        }
        for wakeup in wakeups { wakeup() }
        return number
    }

    /// The changes from now on, or those after a number that the reader has seen already.
    public func changes(after seen: UInt64? = nil) -> ChangeSequence<Element> {
        let buffer = ChangeBuffer<Element>(limits: limits)
        let reader = state.withLock { state in
            if let seen, seen != state.last {
                if seen < state.forgotten || seen > state.last {
                    _ = buffer.send(.resynchronise(number: state.last), cost: 0)
                } else {
                    let (history, oldest) = (state.history, state.oldest)
                    for index in history.indices {
                        let entry = history[(oldest + index) % history.count]
                        guard entry.number > seen else { continue }
                        _ = buffer.send(.change(entry.element, number: entry.number), cost: entry.cost)
                    }
                }
            }
            if state.isFinished { buffer.finish() }
            state.nextReader += 1
            state.readers[state.nextReader] = buffer
            return state.nextReader
        }
        return ChangeSequence(ChangeSubscription(buffer: buffer) { [weak self] in self?.forget(reader) })
    }

    /// Ends all sequences once what waits was taken, and those that begin later at once.
    public func finish() {
        let buffers = state.withLock { state in
            state.isFinished = true
            return Array(state.readers.values)
        }
        for buffer in buffers { buffer.finish() }
    }

    private func forget(_ reader: UInt64) {
        _ = state.withLock { $0.readers.removeValue(forKey: reader) }
    }
}
