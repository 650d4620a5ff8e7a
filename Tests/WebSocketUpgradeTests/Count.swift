import Synchronization

/// A number that several tasks count up.
final class Count: Sendable {
    private let value = Atomic(0)

    var now: Int { value.load(ordering: .relaxed) }

    func add(_ more: Int) { value.add(more, ordering: .relaxed) }
}
