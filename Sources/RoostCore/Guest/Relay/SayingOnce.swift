import Synchronization

/// Says a thing that may happen a thousand times a second once.
final class SayingOnce: Sendable {
    private let isSaid = Atomic(false)
    private let tell: @Sendable (String) -> Void

    init(_ tell: @escaping @Sendable (String) -> Void) { self.tell = tell }

    func say(_ text: String) {
        if !isSaid.exchange(true, ordering: .relaxed) { tell(text) }
    }

    /// The next time it is news again.
    func forget() { isSaid.store(false, ordering: .relaxed) }
}
