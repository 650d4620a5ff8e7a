/// Several things were asked for, one or more failed. The others were done.
public struct PartialFailure: Error, Hashable, Sendable {
    public let failures: [Failure]
    /// How many were asked for.
    public let attempted: Int

    public init(failures: [Failure], attempted: Int) {
        self.failures = failures
        self.attempted = attempted
    }

    /// Interrupted when the person stopped any of it; the failures' own kind when nothing succeeded for one common
    /// reason; else partial.
    public var kind: FailureKind {
        if failures.contains(where: { $0.kind == .interrupted }) { return .interrupted }
        guard let first = failures.first?.kind, failures.count == attempted, failures.allSatisfy({ $0.kind == first })
        else { return .partial }
        return first
    }
}
