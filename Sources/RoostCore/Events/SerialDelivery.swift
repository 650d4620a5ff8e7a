/// Hands events of several sources to one consumer, one at a time and in the order of their arrival.
///
/// An actor alone would let the next one in while a consumer waits.
actor SerialDelivery {
    private let body: @Sendable (HostEvent) async throws -> Void
    private var last: Task<Void, any Error>?

    init(_ body: @escaping @Sendable (HostEvent) async throws -> Void) { self.body = body }

    func deliver(_ event: HostEvent) async throws {
        let before = last
        let task = Task { [body] in
            _ = await before?.result
            try await body(event)
        }
        last = task
        try await task.value
    }
}
