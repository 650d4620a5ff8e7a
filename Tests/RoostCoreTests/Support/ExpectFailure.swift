import RoostCore
import Testing

/// Expects a failure of a kind, and gives it back for a closer look.
@discardableResult
func expectFailure(
    _ kind: FailureKind, location: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async -> Failure? {
    let failure = await #expect(throws: Failure.self, sourceLocation: location) { try await body() }
    #expect(failure?.kind == kind, "\(failure.map(String.init(describing:)) ?? "")", sourceLocation: location)
    return failure
}
