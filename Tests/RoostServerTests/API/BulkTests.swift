import Foundation
import HTTPTypes
import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(2))) struct BulkTests {
    private struct Ended: Decodable {
        let state: OperationStatus.State
        let failure: Failure?
        let result: MachineBulkRoutes.Outcomes?
    }

    private func order(_ action: String, _ rows: [LiveMachine]) -> String {
        let places = rows.map { #"{"host":"\#($0.host)","uuid":"\#($0.uuid)"}"# }
        return #"{"action":"\#(action)","machines":[\#(places.joined(separator: ","))]}"#
    }

    /// The operation's end.
    private func end(_ visitor: TestVisitor, _ started: TestVisitor.Answer) async throws -> Ended {
        #expect(started.status == 202, "\(started.body)")
        let id = try started.json(Started.self).operation.id
        while true {
            let now = try await visitor.api(.get, "operations/\(id)").json(Ended.self)
            if now.state != .running { return now }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    @Test func oneThatFailsHoldsUpNoOtherAndEachIsTold() async throws {
        let world = try await APIWorld(machines: 40)
        let rows = await world.live.snapshot().machines
        try await world.run(as: .operator) { visitor async throws in
            _ = try await visitor.api(.post, "\(try await world.place("m7"))/actions/destroy")
            let ended = try await end(visitor, visitor.api(.post, "machines/actions", order("destroy", rows + rows)))
            #expect(ended.state == .failed)
            #expect(ended.failure?.what == "1 of 40 failed")
            let outcomes = try #require(ended.result).machines
            #expect(outcomes.map(\.name) == rows.map(\.name))
            #expect(outcomes.filter { $0.failure != nil }.map(\.name) == ["m7"])
            #expect(outcomes.first { $0.name == "m7" }?.failure?.kind == .state)
            let again = try await end(visitor, visitor.api(.post, "machines/actions", order("start", rows)))
            #expect(again.state == .done && again.result?.failed == 0)
        }
        let store = world.test.server.parts.store
        // Each machine has its own line in the audit trail.
        #expect(try await store.count(AuditQuery(action: "start")) == 40)
        #expect(try await store.count(AuditQuery(action: "destroy", machine: "m7")) == 2)
    }

    @Test func whatIsWrongIsRefusedBeforeAnythingIsDone() async throws {
        let world = try await APIWorld(machines: 2)
        let rows = await world.live.snapshot().machines
        try await world.run(as: .operator) { visitor async throws in
            for body in [
                order("fly", rows), order("start", []), #"{"action":"start"}"#, "[]", #"{"machines":[]}"#,
                order("destroy", rows).replacing("machines", with: "machine"),
                #"{"action":"start","machines":[{"host":"\#(rows[0].host)","uuid":"m0"}]}"#,
            ] {
                #expect(try await visitor.api(.post, "machines/actions", body).status == 400, "\(body)")
            }
            let stranger = #"{"host":"none","uuid":"00000000-0000-0000-0000-000000000001"}"#
            let mixed = order("destroy", rows).replacing("[", with: "[\(stranger),")
            #expect(try await visitor.api(.post, "machines/actions", mixed).status == 404)
            #expect(await world.live.snapshot().machines.allSatisfy { $0.state == .running })
        }
        try await world.run(as: .viewer) { visitor async throws in
            #expect(try await visitor.api(.post, "machines/actions", order("start", rows)).problem == "role-needed")
        }
        try await world.run { visitor async throws in
            let made = try await visitor.api(.post, "tokens", #"{"name":"x","role":"operator","host":"other"}"#)
            let other = visitor.withToken(try made.json(TokenRoutes.View.self).secret ?? "")
            #expect(try await other.api(.post, "machines/actions", order("destroy", rows)).problem == "token-scope")
        }
    }
}
