import HTTPTypes
import Hummingbird
import HummingbirdTesting
import RoostCore
import Testing

@testable import RoostServer

struct ProblemTests {
    private struct Secret: Error {
        let password = "top-secret"
    }

    @Test func everyFailureHasItsStatusAndItsWords() async throws {
        let server = try await TestServer()
        let router = server.server.router()
        router.get("/api/failure/{kind}") { _, context -> String in
            let name = try context.parameters.require("kind")
            let kind = FailureKind.all.first { $0.name == name } ?? .general
            throw Failure(kind, "Cannot start web1", why: "it is <b>on</b>", remedy: "Stop it.")
        }
        router.get("/api/secret") { _, _ -> String in throw Secret() }
        router.get("/api/partial") { _, _ -> String in
            throw PartialFailure(failures: [Failure(.state, "a"), Failure(.notFound, "b")], attempted: 3)
        }
        try await Application(router: router).test(.router) { client async throws in
            let visitor = TestVisitor(client: client)
            for kind in FailureKind.all {
                let answer = try await visitor.ask(.get, "/api/failure/\(kind.name)")
                #expect(answer.status == (kind == .partial ? 500 : kind.httpStatus))
                #expect(answer.problem == kind.name && answer.body.contains(#""remedy":"Stop it.""#))
                #expect(answer.headers[.contentType] == "application/problem+json")
            }
            let secret = try await visitor.ask(.get, "/api/secret")
            #expect(secret.status == 500 && !secret.body.contains("top-secret"))
            #expect(try await visitor.ask(.get, "/api/partial").problem == "partial")
        }
    }

    @Test func aBodyThatIsTooLargeIsRefused() async throws {
        try await TestServer().run { visitor async throws in
            let long = String(repeating: "x", count: 1 << 20)
            #expect(try await visitor.tryToLogIn("olaf", password: long).problem == "too-large")
        }
    }
}
