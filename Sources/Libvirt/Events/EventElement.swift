/// One element of an event sequence.
public enum EventElement<Event: Sendable>: Sendable {
    /// Something happened.
    case event(Event)
    /// Events were lost, because they came faster than they were taken. What they were about has to be listed anew.
    case resynchronise
}

extension EventElement: Equatable where Event: Equatable {}
