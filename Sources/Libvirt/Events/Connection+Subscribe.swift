import Dispatch

extension Connection {
    /// Number of events that wait for a slow consumer before they are replaced by `.resynchronise`, unless it is told
    /// otherwise.
    public static let defaultEventCapacity = 4096

    /// Listens to all of `registrations`, or to none of them when one fails.
    func subscribe<Event: Sendable>(
        to registrations: [EventRegistration], in registry: EventRegistry<Event>, capacity: Int
    ) async throws(LibvirtError) -> EventSequence<Event> {
        guard !registrations.isEmpty else {
            throw LibvirtError(code: .invalidArgument, message: "no kind of event was asked for")
        }
        try await watchForLoss()
        let handle = try openHandle()
        let buffer = EventBuffer<Event>(capacity: capacity)
        let endings = endings
        let ticket = endings.nextTicket()
        try await handle.calls.counting { statistics throws(LibvirtError) in
            try registry.add(buffer, as: ticket, to: registrations, of: handle) { statistics.count($0) }
        }
        let subscription = EventSubscription(buffer: buffer) {
            endings.forget(ticket)
            Library.unsubscribing.enter()
            let taken = handle.calls.later {
                registry.remove(ticket, from: registrations, of: handle)
                Library.unsubscribing.leave()
            }
            if !taken { Library.unsubscribing.leave() }
        }
        endings.add(ticket) { [weak subscription] in subscription?.end() }
        return EventSequence(subscription)
    }
}
