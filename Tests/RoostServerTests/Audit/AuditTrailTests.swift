import Foundation
import GRDB
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import RoostCore
import Testing

@testable import RoostServer

struct AuditTrailTests {
    private func context() -> RoostRequestContext {
        var context = RoostRequestContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
        context.identity = Identity(user: "olaf", role: .operator, session: SessionID("s1"))
        return context
    }

    private func trail(_ store: Store) -> AuditTrail {
        AuditTrail(store: store, log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    @Test func aChangeIsWrittenDownBeforeAndAfter() async throws {
        let store = try Store.inMemory()
        let trail = trail(store)
        try await trail.record(context(), action: "start", host: "alpha", machine: "web1") {
            let entries = try await store.entries(AuditQuery())
            #expect(entries.map(\.result) == [.begun])
        }
        await #expect(throws: Failure.self) {
            try await trail.record(context(), action: "delete", host: "alpha", machine: "web1", detail: "disks too") {
                throw Failure(.state, "Cannot delete web1", why: "it runs")
            }
        }
        let entries = try await store.entries(AuditQuery())
        #expect(entries.map(\.result) == [.failed, .done] && entries[0].why == "Cannot delete web1: it runs")
        #expect(entries[0].way == "session s1" && entries[0].user == "olaf" && entries[0].detail == "disks too")
        #expect(entries.allSatisfy { $0.milliseconds != nil })
    }

    @Test func whatCannotBeWrittenDownIsNotDone() async throws {
        let store = try Store.inMemory()
        try await store.database.write { try $0.execute(sql: "DROP TABLE audit") }
        await #expect(throws: Failure.self) {
            try await trail(store).record(context(), action: "delete") { Issue.record("it was done all the same") }
        }
    }

    @Test func aStrangerChangesNothing() async throws {
        var stranger = context()
        stranger.identity = nil
        let trail = trail(try Store.inMemory())
        await #expect(throws: Problem.unauthenticated) {
            try await trail.record(stranger, action: "start") { Issue.record("it was done all the same") }
        }
    }

    @Test func itIsReadInPagesAndFiltered() async throws {
        let server = try await TestServer()
        let trail = server.server.parts.audit
        for number in 0..<5 {
            try await trail.record(context(), action: number < 3 ? "start" : "stop", machine: "m\(number)") {}
        }
        try await server.run { visitor async throws in
            let ada = try await visitor.loggedIn(as: "ada")
            _ = try await ada.api(.post, "session/elevation", #"{"password":"right"}"#)
            let first = try await ada.api(.get, "audit?action=start&limit=2").json(Listing<AuditEntry>.self)
            #expect(first.items.map(\.machine) == ["m2", "m1"] && first.total == 3)
            let next = try #require(first.next)
            let second = try await ada.api(.get, "audit?action=start&limit=2&cursor=\(next)").json(
                Listing<AuditEntry>.self)
            #expect(second.items.map(\.machine) == ["m0"] && second.next == nil && second.total == 3)
            for query in ["limit=0", "limit=1001", "limit=x", "cursor=-1", "since=yesterday"] {
                #expect(try await ada.api(.get, "audit?\(query)").status == 400, "\(query)")
            }
            let injected = try await ada.api(.get, "audit?user=x%27%20OR%20%271%27=%271").json(Listing<AuditEntry>.self)
            #expect(injected.total == 0)
        }
    }

    @Test func oldEntriesGo() async throws {
        let store = try Store.inMemory()
        try await trail(store).record(context(), action: "start") {}
        try await store.removeEntries(before: Date() - 60)
        #expect(try await store.count(AuditQuery()) == 1)
        try await store.removeEntries(before: Date() + 60)
        #expect(try await store.count(AuditQuery()) == 0)
    }
}
