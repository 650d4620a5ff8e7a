import HTTPTypes
import Logging
import RoostCore
import Testing
import WebSocketUpgrade

@testable import RoostServer

/// Who is let in at a console, and who is not.
struct ConsoleAdmissionTests {
    private static let uuid = "6f0a9a8e-0000-4000-8000-000000000001"
    private static let other = "6f0a9a8e-0000-4000-8000-000000000002"
    private static let origin = OriginCheck(isSecure: true, origins: [], isLocal: false)
    private let ann = Identity(user: "ann", role: .operator, session: SessionID("1"))

    @Test func theOneItWasGivenToIsLetIn() async throws {
        let gateway = try gateway()
        let answer = await gateway.decide(try request(ticket(gateway), as: "ann/1"))
        guard case .accept(let subprotocol, _) = answer else {
            Issue.record("refused")
            return
        }
        // Never the one with the ticket.
        #expect(subprotocol == "binary")
    }

    @Test func aUsedTicketIsRefused() async throws {
        let gateway = try gateway()
        let ticket = try ticket(gateway)
        _ = await gateway.decide(request(ticket, as: "ann/1"))
        #expect(status(await gateway.decide(request(ticket, as: "ann/1"))) == 403)
    }

    @Test(arguments: ["bob/2", "ann/9", "ann/token"])
    func aStolenTicketIsRefusedAndUsedUp(_ thief: String) async throws {
        let gateway = try gateway()
        let ticket = try ticket(gateway)
        #expect(status(await gateway.decide(request(ticket, as: thief))) == 403)
        #expect(status(await gateway.decide(request(ticket, as: "ann/1"))) == 403)
    }

    @Test(arguments: [
        "/api/v1/hosts/here/machines/\(other)/console/vnc",
        "/api/v1/hosts/there/machines/\(uuid)/console/vnc",
        "/api/v1/hosts/here/machines/\(uuid)/console/serial",
    ])
    func aTicketForSomethingElseIsRefusedAndUsedUp(_ path: String) async throws {
        let gateway = try gateway()
        let ticket = try ticket(gateway)
        #expect(status(await gateway.decide(request(ticket, as: "ann/1", path: path))) == 403)
        #expect(status(await gateway.decide(request(ticket, as: "ann/1"))) == 403)
    }

    @Test(arguments: [
        nil, "null", "https://evil.example", "http://console.example", "https://console.example:9090",
        "https://console.example.evil.example", "https://console.example/",
    ])
    func anotherSitesPageIsRefusedAndUsesNothingUp(_ page: String?) async throws {
        let gateway = try gateway()
        let ticket = try ticket(gateway)
        #expect(status(await gateway.decide(request(ticket, as: "ann/1", page: page))) == 403)
        #expect(status(await gateway.decide(request(ticket, as: "ann/1"))) == nil)
    }

    @Test func aStrangerAViewerAndAGuessAreRefused() async throws {
        let gateway = try gateway()
        let (one, two) = (try ticket(gateway), try ticket(gateway))
        #expect(status(await gateway.decide(request(one, as: "nobody"))) == 401)
        #expect(status(await gateway.decide(request(two, as: "viewer/3"))) == 401)
        #expect(status(await gateway.decide(request(RandomText.make(bytes: 32), as: "ann/1"))) == 403)
        #expect(status(await gateway.decide(request(String(repeating: "x", count: 10_000), as: "ann/1"))) == 403)
    }

    @Test func twoTicketsOrNoneAreRefused() async throws {
        let gateway = try gateway()
        let (one, two) = (try ticket(gateway), try ticket(gateway))
        #expect(status(await gateway.decide(request([one, two], as: "ann/1"))) == 403)
        #expect(status(await gateway.decide(request([], as: "ann/1"))) == 403)
        // In the address, where a ticket has no business, it is not looked for.
        let path = "/api/v1/hosts/here/machines/\(Self.uuid)/console/vnc?roost.ticket.\(one)"
        #expect(status(await gateway.decide(request([], as: "ann/1", path: path))) == 403)
    }

    // MARK: -

    private func gateway() throws -> ConsoleGateway {
        let access = ConsoleAccess(
            identify: { request in
                let words = request.headerFields[.cookie]?.split(separator: "/").map(String.init) ?? []
                guard words.count == 2 else { return nil }
                return Identity(
                    user: words[0], role: words[0] == "viewer" ? .viewer : .operator,
                    session: words[1] == "token" ? nil : SessionID(words[1]),
                    token: words[1] == "token" ? TokenID("t") : nil)
            }, comesFromOwnPage: { Self.origin.comesFromOwnPage($0) }, mayStay: { _ in true })
        return ConsoleGateway(access: access, audit: AuditTrail(store: try .inMemory())) { uuid, _ in
            throw Failure(.notFound, "There is no machine '\(uuid)'")
        }
    }

    private func ticket(_ gateway: ConsoleGateway) throws -> String {
        let place = ConsolePlace(host: "here", machine: Self.uuid, kind: .vnc)
        return try gateway.tickets.issue(ConsoleGrant(ann, place)).ticket
    }

    private func request(
        _ ticket: String, as who: String, path: String? = nil, page: String? = "https://console.example"
    ) -> WebSocketRequest { request([ticket], as: who, path: path, page: page) }

    private func request(
        _ tickets: [String], as who: String, path: String? = nil, page: String? = "https://console.example"
    ) -> WebSocketRequest {
        var head = HTTPRequest(
            method: .get, scheme: "https", authority: "console.example",
            path: path ?? "/api/v1/hosts/here/machines/\(Self.uuid)/console/vnc")
        head.headerFields[.cookie] = who
        head.headerFields[.origin] = page
        return WebSocketRequest(
            head: head, subprotocols: ["binary"] + tickets.map { "roost.ticket.\($0)" }, remoteAddress: nil)
    }

    /// nil for one that is let in.
    private func status(_ decision: WebSocketDecision) -> Int? {
        if case .refuse(let refusal) = decision { refusal.status.code } else { nil }
    }
}
