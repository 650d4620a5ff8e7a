import Libvirt

/// Why a waiting task looks again.
enum Wakeup: Sendable {
    /// Nothing happened yet: the first look.
    case first
    case change(DomainEvent.Change)
    /// Events were lost.
    case resynchronise
    /// Time has passed.
    case tick

    var isFirst: Bool { if case .first = self { true } else { false } }
}
