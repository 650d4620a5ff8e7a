import RoostCore

/// What was used, over some time.
struct UsageAnswer: Codable, Sendable {
    /// Oldest first. Where nothing was measured there is none.
    let items: [UsagePoint]
    let total: Int
    /// Seconds between two of them. The newest may be closer together.
    let step: Int

    init(_ items: [UsagePoint], step: Int) {
        self.items = items
        total = items.count
        self.step = step
    }
}
