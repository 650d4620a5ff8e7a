/// The changes of a ``ChangeFeed`` for one reader. It ends with the feed, and when the reading task is cancelled; what waits
/// for it is freed when it is dropped.
public struct ChangeSequence<Element: Sendable>: AsyncSequence, Sendable {
    private let subscription: ChangeSubscription<Element>

    init(_ subscription: ChangeSubscription<Element>) { self.subscription = subscription }

    public func makeAsyncIterator() -> Iterator { Iterator(subscription: subscription) }

    /// Ends it; what waits can still be taken.
    public func end() { subscription.buffer.finish() }

    public struct Iterator: AsyncIteratorProtocol {
        let subscription: ChangeSubscription<Element>

        public mutating func next() async -> ChangeFeed<Element>.Item? {
            await next(isolation: nil)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async -> ChangeFeed<Element>.Item? {
            let buffer = subscription.buffer
            return await withTaskCancellationHandler {
                await buffer.next()
            } onCancel: {
                buffer.finish()
            }
        }
    }
}

/// Keeps a reader on a feed for as long as somebody holds it.
final class ChangeSubscription<Element: Sendable>: Sendable {
    let buffer: ChangeBuffer<Element>
    private let forget: @Sendable () -> Void

    init(buffer: ChangeBuffer<Element>, forget: @escaping @Sendable () -> Void) {
        self.buffer = buffer
        self.forget = forget
    }

    deinit {
        buffer.finish()
        forget()
    }
}
