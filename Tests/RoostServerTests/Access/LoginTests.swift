import HTTPTypes
import Testing

@testable import RoostServer

struct LoginTests {
    @Test(arguments: [
        ("ada", Role.operator, Role.administrator), ("olaf", .operator, .operator), ("vera", .viewer, .viewer),
    ])
    func aRoleIsThatOfTheGroup(user: String, role: Role, maximum: Role) async throws {
        try await TestServer().run { visitor async throws in
            let view = try await visitor.tryToLogIn(user).json(SessionRoutes.View.self)
            #expect(view.role == role && view.maximumRole == maximum && view.user == user)
        }
    }

    @Test func whoIsInNoGroupIsTurnedAway() async throws {
        try await TestServer().run { visitor async throws in
            let answer = try await visitor.tryToLogIn("nobody")
            #expect(answer.status == 403 && answer.problem == "no-role" && answer.headers[.setCookie] == nil)
        }
    }

    @Test func allWrongLoginsAreAnsweredAlike() async throws {
        try await TestServer().run { visitor async throws in
            let wrong = try await visitor.tryToLogIn("olaf", password: "wrong")
            #expect(wrong.status == 401 && wrong.problem == "login-refused" && wrong.headers[.setCookie] == nil)
            let names = ["unknown", "nobody", String(repeating: "x", count: 300), "olaf\\u0000", "o\\nlaf", ""]
            for name in names {
                let answer = try await visitor.tryToLogIn(name, password: "wrong")
                #expect(answer.body == wrong.body && answer.status == wrong.status, "\(name)")
            }
        }
    }

    @Test func theCookieIsForThisServerOnly() async throws {
        try await TestServer().run { visitor async throws in
            let cookie = try await visitor.tryToLogIn("olaf").headers[.setCookie] ?? ""
            #expect(cookie.hasPrefix("roost=") && cookie.contains("; HttpOnly; SameSite=Strict"))
        }
        let doorkeeper = try await TestServer { $0.transport = .plain }.server.parts.doorkeeper
        let secure = Doorkeeper(
            sessions: doorkeeper.sessions, tokens: doorkeeper.tokens, standings: doorkeeper.standings,
            origin: OriginCheck(isSecure: true, origins: [], isLocal: false))
        #expect(secure.cookieName == "__Host-roost")
    }

    @Test func aCookieThatTheBrowserBringsDoesNotBecomeASession() async throws {
        try await TestServer().run { visitor async throws in
            let planted = HTTPFields([HTTPField(name: .cookie, value: "roost=planted-by-an-attacker")])
            let answer = try await visitor.tryToLogIn("olaf", planted)
            #expect(answer.status == 200 && answer.headers[.setCookie]?.contains("planted") == false)
            #expect(try await visitor.api(.get, "session", nil, planted).status == 401)
        }
    }

    @Test func aSecondLoginEndsTheSessionBefore() async throws {
        try await TestServer().run { visitor async throws in
            let first = try await visitor.loggedIn(as: "olaf")
            #expect(try await first.tryToLogIn("vera").status == 200)
            #expect(try await first.api(.get, "session").status == 401)
        }
    }

    @Test func anotherSitesFormCannotLogIn() async throws {
        try await TestServer().run { visitor async throws in
            let body = #"{"user":"olaf","password":"right"}"#
            let form = try await visitor.api(.post, "session", body, [.contentType: "text/plain"])
            #expect(form.status == 415)
            let crossSite = try await visitor.tryToLogIn("olaf", [.origin: "https://evil.example"])
            #expect(crossSite.problem == "cross-site")
            #expect(try await visitor.tryToLogIn("olaf", [.secFetchSite: "cross-site"]).problem == "cross-site")
            #expect(try await visitor.tryToLogIn("olaf", [.origin: "http://localhost"]).status == 200)
        }
    }

    @Test func aDirectoryThatIsDownIsSaidAndCostsNoTry() async throws {
        let server = try await TestServer()
        server.accounts.goDown()
        try await server.run { visitor async throws in
            for _ in 0..<30 { #expect(try await visitor.tryToLogIn("olaf").status == 503) }
        }
    }

    @Test func theTrailHasLoginsButNoNamesThatAreNone() async throws {
        let server = try await TestServer()
        try await server.run { visitor async throws in
            _ = try await visitor.tryToLogIn("olaf")
            _ = try await visitor.tryToLogIn("olaf", password: "wrong")
            _ = try await visitor.tryToLogIn("my-password-by-mistake", password: "wrong")
        }
        let entries = try await server.server.parts.store.entries(AuditQuery())
        #expect(entries.map(\.user) == ["(unknown)", "olaf", "olaf"])
        #expect(entries.map(\.result) == [.refused, .refused, .done])
    }

    @Test func anErrorInTheBodyDoesNotRepeatIt() async throws {
        try await TestServer().run { visitor async throws in
            let answer = try await visitor.api(.post, "session", #"{"user":"olaf","password":["top-secret"]}"#)
            #expect(answer.status == 400 && !answer.body.contains("top-secret"))
            let broken = try await visitor.api(.post, "session", #"{"user":"olaf","password":"top-secret"#)
            #expect(broken.status == 400 && !broken.body.contains("top-secret"))
        }
    }
}
