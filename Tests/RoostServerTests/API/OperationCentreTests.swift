import Foundation
import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(1))) struct OperationCentreTests {
    private func end(_ id: UUID, in centre: OperationCentre) async throws -> OperationStatus {
        while true {
            let status = try #require(centre.status(id))
            if status.state != .running { return status }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    @Test func anOperationEndsWithItsResultItsFailureOrIsStopped() async throws {
        let centre = OperationCentre()
        let done = try centre.start("a", host: "h", user: "u") { report in
            report(OperationProgress(step: "half", done: 1, total: 2))
            return ["password": "x"]
        }
        let failed = try centre.start("b", host: "h", user: "u") { _ -> Int in throw Failure(.state, "No") }
        let stopped = try centre.start("c", host: "h", user: "u") { _ -> Int in
            try await Task.sleep(for: .seconds(600))
            return 1
        }
        centre.cancel(stopped.id)
        let first = try await end(done.id, in: centre)
        #expect(first.state == .done)
        #expect(first.result == .object(["password": .text("x")]))
        #expect(first.shown(to: Identity(user: "other", role: .operator)).result == nil)
        #expect(first.shown(to: Identity(user: "u", role: .operator)).result != nil)
        #expect(try await end(failed.id, in: centre).failure?.what == "No")
        #expect(try await end(stopped.id, in: centre).state == .cancelled)
        #expect(centre.all.map(\.what) == ["c", "b", "a"])
    }

    @Test func thereAreNotTooManyAtOnceAndOldOnesAreForgotten() async throws {
        let centre = OperationCentre(kept: 30)
        var running: [UUID] = []
        for _ in 0..<16 {
            running.append(
                try centre.start("wait", host: "h", user: "u") { _ -> Int in
                    try await Task.sleep(for: .seconds(600))
                    return 1
                }.id)
        }
        #expect(throws: Problem.self) { try centre.start("more", host: "h", user: "u") { _ in 1 } }
        for _ in 0..<40 {
            let id = try centre.start("short", host: "h", user: "other") { _ in 1 }.id
            _ = try await end(id, in: centre)
        }
        #expect(centre.all.count == 30)
        #expect(running.allSatisfy { centre.status($0)?.state == .running })
        await centre.stop()
        #expect(running.allSatisfy { centre.status($0)?.state == .cancelled })
        #expect(throws: Problem.self) { try centre.start("late", host: "h", user: "x") { _ in 1 } }
    }

    @Test func whatMustBeAloneOnAHostIs() async throws {
        let centre = OperationCentre()
        func mend(_ host: String, as user: String) throws -> UUID {
            try centre.start("mend \(host)", host: host, user: user, isAlone: true) { _ -> Int in
                try await Task.sleep(for: .seconds(600))
                return 1
            }.id
        }
        let first = try mend("a", as: "ann")
        let refused = #expect(throws: Problem.self) { try mend("a", as: "bob") }
        #expect(refused?.status == 409 && refused?.detail == "ann has started it.")
        _ = try mend("b", as: "bob")
        centre.cancel(first)
        _ = try await end(first, in: centre)
        _ = try mend("a", as: "bob")
        await centre.stop()
    }

    /// Those who went away keep nobody from working.
    @Test func waitsTakeNoPlaceOfWorkAndEndWhenNobodyAsksAboutThem() async throws {
        let centre = OperationCentre()
        var waits: [UUID] = []
        for _ in 0..<16 {
            waits.append(
                try centre.start("wait", host: "h", user: "u", as: .wait) { _ -> Int in
                    try await Task.sleep(for: .seconds(600))
                    return 1
                }.id)
        }
        #expect(throws: Problem.self) { try centre.start("more", host: "h", user: "u", as: .wait) { _ in 1 } }
        let work = try centre.start("work", host: "h", user: "u") { _ -> Int in
            try await Task.sleep(for: .seconds(600))
            return 1
        }
        centre.stopForgotten(at: ContinuousClock.now + OperationCentre.patience / 2)
        #expect(centre.all.allSatisfy { $0.state == .running })
        centre.stopForgotten(at: ContinuousClock.now + OperationCentre.patience + .seconds(1))
        for id in waits { #expect(try await end(id, in: centre).state == .cancelled) }
        #expect(centre.status(work.id)?.state == .running)
        await centre.stop()
    }

    @Test func aWaitThatIsAskedAboutGoesOn() async throws {
        let centre = OperationCentre()
        let begun = ContinuousClock.now
        let wait = try centre.start("wait", host: "h", user: "u", as: .wait) { _ -> Int in
            try await Task.sleep(for: .seconds(600))
            return 1
        }
        // Forgotten would be what nobody has asked about since its start.
        try await Task.sleep(for: .milliseconds(20))
        let asked = ContinuousClock.now
        _ = centre.status(wait.id)
        centre.stopForgotten(at: begun + OperationCentre.patience + (asked - begun))
        try await Task.sleep(for: .milliseconds(20))
        #expect(centre.all.map(\.state) == [.running])
        await centre.stop()
    }
}
