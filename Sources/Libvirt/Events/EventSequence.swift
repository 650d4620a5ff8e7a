/// Events of one connection, from the moment the sequence was made. For one consumer.
///
/// It ends when the connection is lost or closed. libvirt stops sending when the sequence and its iterator are gone or the
/// consuming task is cancelled. A running sequence keeps the connection open.
public struct EventSequence<Event: Sendable>: AsyncSequence, Sendable {
    public typealias Element = EventElement<Event>

    private let subscription: EventSubscription<Event>

    init(_ subscription: EventSubscription<Event>) {
        self.subscription = subscription
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(subscription: subscription)
    }

    /// Ends the sequence; what was buffered can still be taken.
    public func end() {
        subscription.end()
    }

    public struct Iterator: AsyncIteratorProtocol {
        let subscription: EventSubscription<Event>

        public mutating func next() async -> EventElement<Event>? {
            await next(isolation: nil)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async -> EventElement<Event>? {
            let subscription = subscription
            return await withTaskCancellationHandler {
                await subscription.buffer.next()
            } onCancel: {
                subscription.end()
            }
        }
    }
}
