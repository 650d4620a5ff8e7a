internal import CLibvirt

extension Connection {
    /// Number of events that wait for a slow consumer before they are replaced by `.resynchronise`, unless it is told
    /// otherwise.
    public static let defaultEventCapacity = 4096

    /// Registers all of `registrations`, or none of them when one fails.
    func subscribe<Event: Sendable>(
        _ registrations: [EventRegistration], capacity: Int
    ) async throws(LibvirtError) -> EventSequence<Event> {
        try await watchForLoss()
        let handle = try openHandle()
        let buffer = EventBuffer<Event>(capacity: capacity)
        guard let first = registrations.first else {
            throw LibvirtError(code: .invalidArgument, message: "no kind of event was asked for")
        }
        let numbers = try await handle.calls.blocking(first.name) { () throws(LibvirtError) in
            var numbers: [Int32] = []
            for (index, registration) in registrations.enumerated() {
                if index > 0 { handle.calls.statistics.count(registration.name) }
                let box = unsafe Unmanaged.passRetained(buffer)
                let number = unsafe registration.register(handle.pointer, box.toOpaque())
                guard number >= 0 else {
                    let error = LibvirtError.takeLast()
                    unsafe box.release()
                    Self.deregister(registrations, numbers, handle)
                    throw error
                }
                numbers.append(number)
            }
            return numbers
        }
        let endings = endings
        let ticket = endings.nextTicket()
        let subscription = EventSubscription(buffer: buffer) {
            endings.forget(ticket)
            handle.calls.later { Self.deregister(registrations, numbers, handle) }
        }
        endings.add(ticket) { [weak subscription] in subscription?.end() }
        return EventSequence(subscription)
    }

    private static func deregister(_ registrations: [EventRegistration], _ numbers: [Int32], _ handle: Handle) {
        for (registration, number) in zip(registrations, numbers) {
            unsafe registration.deregister(handle.pointer, number)
        }
        // Nothing is to be done about a connection that is lost already.
        virResetLastError()
    }
}
