import RoostCore

/// What came of mending a host.
struct HostMending: Codable, Sendable, OperationResult {
    struct Outcome: Codable, Sendable {
        let title: String
        /// nil where it was done.
        let failure: Failure?
    }

    let host: String
    let changes: [Outcome]

    var failure: Failure? {
        let failures = changes.compactMap(\.failure)
        guard let first = failures.first else { return nil }
        guard failures.count > 1 else { return first }
        return Failure(
            .partial, "\(failures.count) of \(changes.count) changes to \(host) failed", why: first.description,
            remedy: first.remedy)
    }
}
