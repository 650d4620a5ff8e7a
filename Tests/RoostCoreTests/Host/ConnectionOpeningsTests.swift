import Libvirt
import Testing

@testable import RoostCore

@Suite struct ConnectionOpeningsTests {
    @Test(.timeLimit(.minutes(1))) func anOpeningThatIsOverBeforeSomebodyWaitsIsHandedOver() async throws {
        let opening = ConnectionOpening("test:///default", place: "x") { _ in Issue.record("somebody wants it") }
        while !opening.isDone { await Task.yield() }
        #expect(try await opening.outcome(within: nil)?.get() != nil)
    }

    @Test func manyAtOnceAllGetTheirOwn() async {
        let openings = ConnectionOpenings()
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<500 {
                group.addTask {
                    if case .success = await openings.open("test:///default", place: "x", within: .seconds(60)) {
                        true
                    } else {
                        false
                    }
                }
            }
            for await succeeded in group { #expect(succeeded) }
        }
    }

    /// What nobody waits for any more is closed, or taken over by the next.
    @Test func noTimeAtAllLosesNothing() async throws {
        let openings = ConnectionOpenings()
        for _ in 0..<100 {
            let result = await openings.open("test:///default", place: "x", within: .zero)
            guard case .failure(let error) = result else { continue }
            #expect(error == .timedOut(.zero))
        }
        let last = await openings.open("test:///default", place: "x", within: .seconds(60))
        #expect(throws: Never.self) { try last.get() }
    }

    @Test func aFailureIsPassedOnAndACancelledTaskGetsNothing() async {
        let openings = ConnectionOpenings()
        let failed = await openings.open("test:///no/such/file", place: "far", within: .seconds(60))
        guard case .failure(.libvirt(let error)) = failed else {
            Issue.record("\(failed)")
            return
        }
        #expect(error.place == "far")
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await openings.open("test:///default", place: "x", within: nil)
        }
        task.cancel()
        guard case .failure(.cancelled) = await task.value else {
            Issue.record("a cancelled task got a connection")
            return
        }
    }
}
