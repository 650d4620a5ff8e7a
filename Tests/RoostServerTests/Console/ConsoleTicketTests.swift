import Foundation
import Synchronization
import Testing

@testable import RoostServer

struct ConsoleTicketTests {
    private static let place = ConsolePlace(host: "here", machine: "6f0a9a8e-0000-4000-8000-000000000001", kind: .vnc)

    @Test func aTicketIsGoodOnce() throws {
        let tickets = ConsoleTickets()
        let ticket = try tickets.issue(grant("ann"))
        #expect(ticket.ticket.utf8.count == 43)
        #expect(tickets.redeem(ticket.ticket) == grant("ann"))
        #expect(tickets.redeem(ticket.ticket) == nil)
    }

    @Test func aLateTicketIsGoodForNothing() throws {
        let clock = Mutex(Date())
        let tickets = ConsoleTickets { clock.withLock { $0 } }
        let (soon, late) = (try tickets.issue(grant("ann")), try tickets.issue(grant("ann")))
        clock.withLock { $0 += 9.9 }
        #expect(tickets.redeem(soon.ticket) != nil)
        clock.withLock { $0 += 0.2 }
        #expect(tickets.redeem(late.ticket) == nil)
    }

    @Test func anEndedSessionsTicketsAreGone() throws {
        let tickets = ConsoleTickets()
        let (one, other) = (
            try tickets.issue(grant("ann", session: "1")), try tickets.issue(grant("ann", session: "2"))
        )
        tickets.revoke(session: SessionID("1"))
        #expect(tickets.redeem(one.ticket) == nil)
        #expect(tickets.redeem(other.ticket) != nil)
    }

    @Test func whoTakesTicketsAndUsesNoneGetsNoMoreAndHindersNobody() throws {
        let clock = Mutex(Date())
        let tickets = ConsoleTickets(perUser: 3, total: 5) { clock.withLock { $0 } }
        for _ in 0..<3 { _ = try tickets.issue(grant("ann")) }
        #expect(throws: Problem.self) { _ = try tickets.issue(grant("ann")) }
        for _ in 0..<2 { _ = try tickets.issue(grant("bob")) }
        #expect(throws: Problem.self) { _ = try tickets.issue(grant("cid")) }
        clock.withLock { $0 += 11 }
        _ = try tickets.issue(grant("ann"))
    }

    @Test(arguments: [
        "/api/v1/hosts/here/machines/6F0A9A8E-0000-4000-8000-000000000001/console/vnc": true,
        "/api/v1/hosts/he%20re/machines/6f0a9a8e-0000-4000-8000-000000000001/console/serial?x=1": true,
        "/api/v1/hosts/here/machines/6f0a9a8e-0000-4000-8000-000000000001/console/spice": false,
        "/api/v1/hosts/here/machines/web1/console/vnc": false,
        "/api/v1/hosts//machines/6f0a9a8e-0000-4000-8000-000000000001/console/vnc": false,
        "//api/v1/hosts/here/machines/6f0a9a8e-0000-4000-8000-000000000001/console/vnc": false,
        "/api/v1/hosts/a/b/machines/6f0a9a8e-0000-4000-8000-000000000001/console/vnc": false,
        "/api/v1/hosts/here/machines/6f0a9a8e-0000-4000-8000-000000000001/console/vnc/": false,
    ])
    func onlyAConsolesAddressIsOne(_ path: String, _ isOne: Bool) {
        #expect((ConsolePlace(path: path) != nil) == isOne)
    }

    private func grant(_ user: String, session: String = "s") -> ConsoleGrant {
        ConsoleGrant(Identity(user: user, role: .operator, session: SessionID(session)), Self.place)
    }
}
