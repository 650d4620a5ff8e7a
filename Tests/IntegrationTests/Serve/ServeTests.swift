import Foundation
import Testing

/// Real accounts, real PAM, real TLS: the built program, asked by curl.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct ServeTests {
    @Test(.labLimit) func peopleLogInWithTheirAccounts() async throws {
        try await TestConsole.run { console in
            let olaf = try await console.person(in: "operator")
            let vera = try await console.person(in: "viewer")
            let nemo = try await console.person(in: nil)

            let right = try await console.logIn(olaf)
            #expect(right.status == 200 && right.text("role") == "operator", "\(right)")
            #expect(right.header("Set-Cookie")?.hasPrefix("__Host-roost=") == true)
            #expect(right.header("Set-Cookie")?.hasSuffix("; HttpOnly; SameSite=Strict; Secure") == true)

            let wrong = try await console.logIn(olaf, password: "wrong")
            let unknown = try await console.logIn("\(console.name)-none", password: "wrong")
            #expect(wrong.status == 401 && wrong.body == unknown.body, "\(wrong) \(unknown)")
            #expect(try await console.logIn(olaf, password: "").status == 401)
            #expect(try await console.logIn(nemo).status == 403)

            let viewer = try await console.logIn(vera).session
            let order = #"{"name":"x","role":"operator"}"#
            #expect(try await console.curl("/api/v1/tokens", viewer, body: order).status == 403)
            #expect(try await console.curl("/api/v1/audit", viewer).status == 403)

            #expect(!console.logText.contains(console.password) && console.logText.contains("user=\(olaf)"))
        }
    }

    @Test(.labLimit) func aStolenCookieAndAnotherSitesPageChangeNothing() async throws {
        try await TestConsole.run { console in
            let olaf = try await console.logIn(try await console.person(in: "operator")).session
            let order = #"{"name":"x","role":"viewer"}"#
            #expect(try await console.curl("/api/v1/tokens", Array(olaf.prefix(2)), body: order).status == 403)
            let evil = olaf + ["--header", "Origin: https://evil.example"]
            #expect(try await console.curl("/api/v1/tokens", evil, body: order).status == 403)
            let own = olaf + ["--header", "Origin: \(console.address)"]
            let made = try await console.curl("/api/v1/tokens", own, body: order)
            #expect(made.status == 201, "\(made)")
            let token = ["--header", "Authorization: Bearer \(made.text("secret") ?? "")"]
            #expect(try await console.curl("/api/v1/tokens", token).status == 200)
            #expect(try await console.curl("/api/v1/audit", token).status == 403)
        }
    }

    @Test(.labLimit) func wrongPasswordsAreSlowedDown() async throws {
        try await TestConsole.run { console in
            let olaf = try await console.person(in: "operator")
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 { group.addTask { try await console.logIn(olaf, password: "wrong").status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [401, 401, 401, 401, 401, 429, 429, 429])
            #expect(try await console.logIn(olaf).status == 429)
        }
    }

    @Test(.labLimit) func aSessionOutlivesTheServerUntilItIsEnded() async throws {
        var (olaf, session, certificate) = ("", [String](), "")
        try await TestConsole.run { console in
            olaf = try await console.person(in: "operator")
            session = try await console.logIn(olaf).session
            certificate = try String(contentsOfFile: "\(console.state)/certificate.pem", encoding: .utf8)
            let second = try await Program.roost.run([
                "serve", "--listen", "127.0.0.1:0", "--state-dir", console.state,
            ])
            #expect(second.code == 7 && second.errors.contains("already"), "\(second)")
        } next: { console in
            #expect(try await console.curl("/api/v1/session", session).status == 200)
            let text = try String(contentsOfFile: "\(console.state)/certificate.pem", encoding: .utf8)
            #expect(text == certificate)
            #expect(try await console.curl("/api/v1/session", session + ["--request", "DELETE"]).status == 204)
            #expect(try await console.curl("/api/v1/session", session).status == 401)
            // Who is locked out of the system does not get in here.
            try await console.succeed("usermod", ["--lock", olaf])
            #expect(try await console.logIn(olaf).status == 401)
        }
    }

    @Test(.labLimit) func hostileRequests() async throws {
        try await TestConsole.run { console in
            for path in [
                "/vendor/novnc/../../../etc/passwd", "/vendor/novnc/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/vendor/novnc/..%2f..%2f..%2fetc/passwd", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
                "/vendor//etc/passwd",
            ] {
                let answer = try await console.curl(path)
                #expect(answer.status == 404 && !answer.body.contains("root:"), "\(path): \(answer)")
            }
            let large = String(repeating: "x", count: 3 << 20)
            #expect(try await console.logIn("root", password: large).status == 413)
            let many = (0..<200).flatMap { ["--header", "X-\($0): 1"] }
            #expect([0, 400, 431].contains(try await console.curl("/healthz", many).status))
            let old = try await console.curl("/healthz", ["--tls-max", "1.1"])
            #expect(old.status == 0 && !old.errors.isEmpty, "\(old)")
            #expect(try await console.curl("/healthz").status == 200)
        }
    }

    @Test(.labLimit) func theKeyAndTheDatabaseAreForRootAlone() async throws {
        try await TestConsole.run { console in
            let secret = try await console.logIn(try await console.person(in: "viewer")).session[1]
            for name in ["key.pem", "roost.sqlite", "roost.sqlite-wal"] {
                let path = "\(console.state)/\(name)"
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
                #expect(mode?.intValue == 0o600, "\(name)")
                let content = FileManager.default.contents(atPath: path) ?? Data()
                #expect(content.firstRange(of: Data(secret.dropFirst("Cookie: __Host-roost=".count).utf8)) == nil)
            }
            let directory =
                try FileManager.default.attributesOfItem(atPath: console.state)[.posixPermissions] as? NSNumber
            #expect(directory?.intValue == 0o700)
        }
    }
}
