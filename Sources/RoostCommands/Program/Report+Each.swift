import RoostCore

extension Report {
    /// Does the same to each item. One failure does not stop the others.
    /// - Throws: `PartialFailure` with a failure for each item that failed.
    static func each<Item>(_ items: [Item], _ body: (Item) async throws -> Void) async throws {
        var failures: [Failure] = []
        for item in items {
            try Task.checkCancellation()
            do {
                try await body(item)
            } catch let failure as Failure {
                failures.append(failure)
            }
        }
        if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: items.count) }
    }
}
