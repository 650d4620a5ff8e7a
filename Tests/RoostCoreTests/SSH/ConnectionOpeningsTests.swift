import Testing

@testable import RoostCore

@Suite struct ConnectionOpeningsTests {
    @Test(.timeLimit(.minutes(1))) func anOpeningThatIsOverBeforeSomebodyWaitsIsHandedOver() async throws {
        let opening = ConnectionOpening("test:///default", place: "x") { _ in Issue.record("somebody wants it") }
        while !opening.isDone { await Task.yield() }
        #expect(try await opening.outcome(within: nil)?.get() != nil)
    }
}
