import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import RoostServer

struct SessionTests {
    @Test func aChangeNeedsTheForgeryTokenAndTheOwnOrigin() async throws {
        try await TestServer().run { visitor async throws in
            let olaf = try await visitor.loggedIn(as: "olaf")
            var stolen = olaf
            stolen.headers[.forgeryToken] = nil
            let order = #"{"name":"ci","role":"viewer"}"#
            #expect(try await stolen.api(.post, "tokens", order).problem == "forgery-token")
            stolen.headers[.forgeryToken] = String(repeating: "A", count: 43)
            #expect(try await stolen.api(.post, "tokens", order).problem == "forgery-token")
            for origin in [
                "https://evil.example", "null", "https://localhost", "http://localhost:81", "http://localhost.evil",
            ] {
                #expect(
                    try await olaf.api(.post, "tokens", order, [.origin: origin]).problem == "cross-site", "\(origin)")
            }
            #expect(try await olaf.api(.post, "tokens", order, [.secFetchSite: "same-site"]).problem == "cross-site")
            #expect(try await olaf.api(.post, "tokens", order, [.origin: "http://localhost"]).status == 201)
            #expect(try await stolen.api(.get, "session").status == 200)
        }
    }

    @Test func theForgeryTokenOfOneSessionIsOfNoUseForAnother() async throws {
        try await TestServer().run { visitor async throws in
            var olaf = try await visitor.loggedIn(as: "olaf")
            olaf.headers[.forgeryToken] = try await visitor.loggedIn(as: "vera").headers[.forgeryToken]
            #expect(try await olaf.api(.delete, "session").problem == "forgery-token")
        }
    }

    @Test func itEndsWhenItIsNotUsed() async throws {
        let server = try await TestServer()
        try await server.run { visitor async throws in
            let olaf = try await visitor.loggedIn(as: "olaf")
            server.clock.pass(3500)
            #expect(try await olaf.api(.get, "session").status == 200)
            server.clock.pass(3500)
            #expect(try await olaf.api(.get, "session").status == 200)
            server.clock.pass(3601)
            #expect(try await olaf.api(.get, "session").status == 401)
        }
    }

    @Test func itEndsAfterADayHoweverMuchItIsUsed() async throws {
        let server = try await TestServer()
        try await server.run { visitor async throws in
            let olaf = try await visitor.loggedIn(as: "olaf")
            for _ in 0..<28 {
                server.clock.pass(3000)
                #expect(try await olaf.api(.get, "session").status == 200)
            }
            server.clock.pass(3000)
            #expect(try await olaf.api(.get, "session").status == 401)
        }
    }

    @Test func itIsOverAfterTheLogout() async throws {
        try await TestServer().run { visitor async throws in
            let olaf = try await visitor.loggedIn(as: "olaf")
            let answer = try await olaf.api(.delete, "session")
            #expect(answer.status == 204 && answer.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(try await olaf.api(.get, "session").status == 401)
        }
    }

    @Test func anAdministratorWorksAsOperatorUntilThePasswordComesOnceMore() async throws {
        let server = try await TestServer()
        try await server.run { visitor async throws in
            let ada = try await visitor.loggedIn(as: "ada")
            #expect(try await ada.api(.get, "audit").problem == "elevation-needed")
            let wrong = try await ada.api(.post, "session/elevation", #"{"password":"wrong"}"#)
            #expect(wrong.status == 403 && wrong.problem == "login-refused")
            #expect(try await ada.api(.post, "session/elevation", #"{"password":"right"}"#).status == 200)
            #expect(try await ada.api(.get, "audit").status == 200)
            server.clock.pass(901)
            #expect(try await ada.api(.get, "audit").problem == "elevation-needed")
            _ = try await ada.api(.post, "session/elevation", #"{"password":"right"}"#)
            #expect(try await ada.api(.delete, "session/elevation").status == 200)
            #expect(try await ada.api(.get, "audit").problem == "elevation-needed")
        }
    }

    @Test func othersCannotBeElevated() async throws {
        try await TestServer().run { visitor async throws in
            let olaf = try await visitor.loggedIn(as: "olaf")
            #expect(try await olaf.api(.post, "session/elevation", #"{"password":"right"}"#).problem == "role-needed")
            #expect(try await olaf.api(.get, "audit").problem == "role-needed")
        }
    }

    @Test func othersSessionsAreEndedByAdministratorsOnly() async throws {
        try await TestServer().run { visitor async throws in
            let olaf = try await visitor.loggedIn(as: "olaf")
            let vera = try await visitor.loggedIn(as: "vera")
            let id = try await olaf.api(.get, "session").json(SessionRoutes.View.self).id
            #expect(
                try await vera.api(.get, "sessions").json(Listing<SessionListRoutes.View>.self).items.map(\.user) == [
                    "vera"
                ])
            #expect(try await vera.api(.delete, "sessions/\(id)").status == 404)
            let ada = try await visitor.loggedIn(as: "ada")
            _ = try await ada.api(.post, "session/elevation", #"{"password":"right"}"#)
            #expect(try await ada.api(.delete, "sessions/\(id)").status == 204)
            #expect(try await olaf.api(.get, "session").status == 401)
        }
    }

    @Test func itSurvivesARestartOfTheServerAndOnlyItsHashIsStored() async throws {
        let store = try Store.inMemory()
        let clock = TestClock()
        let first = try await TestServer(store: store, clock: clock)
        let cookie = Shared("")
        try await first.run { visitor async throws in
            cookie.set(try await visitor.loggedIn(as: "olaf").headers[.cookie] ?? "")
        }
        try await TestServer(store: store, clock: clock).run { visitor async throws in
            #expect(try await visitor.api(.get, "session", nil, [.cookie: cookie.value]).status == 200)
        }
        let secret = cookie.value.dropFirst("roost=".count)
        let dump = try await store.database.read {
            try String(describing: Row.fetchAll($0, sql: "SELECT * FROM session"))
        }
        #expect(!secret.isEmpty && !dump.contains(secret))
    }

    @Test func oneWhoLeavesEveryGroupIsOut() async throws {
        let accounts = StandInAccounts.usual()
        let standings = Standings(accounts: accounts, rules: RoleRules(), fresh: .zero, usable: .zero)
        #expect(await standings.role(of: "olaf") == nil)
        let patient = Standings(accounts: accounts, rules: RoleRules(), fresh: .zero)
        #expect(await patient.role(of: "olaf") == .operator)
        accounts.setGroups(["nogroup"], of: "olaf")
        #expect(await patient.role(of: "olaf") == nil)
        accounts.setGroups(["libvirt"], of: "olaf")
        #expect(await patient.role(of: "olaf") == .operator)
        accounts.goDown()
        #expect(await patient.role(of: "olaf") == .operator)
    }

    @Test func thereAreAsManyAsAPersonNeeds() async throws {
        let store = try Store.inMemory()
        var limits = Sessions.Limits()
        limits.perUser = 3
        limits.total = 5
        let clock = TestClock()
        let sessions = try await Sessions(store: store, limits: limits, now: { clock.now })
        var secrets: [String] = []
        for user in ["a", "a", "a", "a", "b", "b", "c", "d"] {
            secrets.append(try await sessions.start(user: user, maximumRole: .viewer, address: "-", agent: "-").secret)
            clock.pass(1)
        }
        #expect(secrets.map { sessions.find($0) != nil } == [false, false, false, true, true, true, true, true])
        let stored = try await store.sessions()
        #expect(stored.count == 5)
    }
}
