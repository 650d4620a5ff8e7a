/// Several things were asked for, one or more failed. The others were done.
public struct PartialFailure: Error, Hashable, Sendable {
    public let failures: [Failure]
    /// How many were asked for.
    public let attempted: Int

    public init(failures: [Failure], attempted: Int) {
        self.failures = failures
        self.attempted = attempted
    }

    /// The failures' own kind when nothing succeeded for one common reason, else partial.
    public var kind: FailureKind {
        guard let first = failures.first?.kind, failures.count == attempted, failures.allSatisfy({ $0.kind == first })
        else { return .partial }
        return first
    }
}
