import Testing

/// Lets so many tests at a time work; the others wait their turn.
actor LabSlots {
    /// For tests whose guests boot, which takes a processor each.
    static let guests = LabSlots("guest", count: 2)
    /// For those that mostly wait: for libvirt, for servers, for programs.
    static let others = LabSlots("host", count: 1)

    private let kind: String
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ kind: String, count: Int) {
        self.kind = kind
        free = count
    }

    /// Tells how long it took, for Swift Testing counts the waiting too.
    nonisolated func occupied(_ body: () async throws -> Void) async throws {
        await take()
        let start = ContinuousClock.now
        let result: Result<Void, any Error>
        do {
            result = .success(try await body())
        } catch {
            result = .failure(error)
        }
        await give()
        let seconds = (ContinuousClock.now - start).components.seconds
        print("\(kind) slot: \(seconds) s  \(Test.current?.name ?? "")")
        try result.get()
    }

    private func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func give() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
