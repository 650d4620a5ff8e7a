import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import RoostServer

struct OpenAPITests {
    private struct Document: Decodable {
        let openapi: String
        let paths: [String: [String: Operation]]

        struct Operation: Decodable {
            let role: String

            private enum CodingKeys: String, CodingKey { case role = "x-role" }
        }
    }

    private func document() throws -> Document {
        try JSONDecoder().decode(Document.self, from: Data(OpenAPIRoutes.document()))
    }

    @Test func everyRouteIsInTheDocumentAndTheOtherWayRound() async throws {
        let server = try await TestServer().server
        let prefix = "/api/v1"
        let routes = server.router().routes.compactMap { route -> String? in
            let path = "\(route.path)"
            guard path.hasPrefix(prefix) else { return nil }
            return "\(route.method.rawValue) \(path.dropFirst(prefix.count))"
        }
        let document = try document()
        let described = document.paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } }
        // Hummingbird makes a HEAD of every GET.
        let heads = Set(routes.filter { $0.hasPrefix("GET ") }.map { "HEAD" + $0.dropFirst(3) })
        #expect(Set(routes).subtracting(heads) == Set(described).subtracting(heads))
        #expect(document.openapi == "3.1.0")
        #expect(routes.count > 40)
    }

    @Test func theRolesAreThoseOfTheDocument() async throws {
        let document = try document()
        let paths: [(String, String, Role)] = document.paths.flatMap { path, methods in
            methods.compactMap { method, operation in
                Role(rawValue: operation.role).map { (method.uppercased(), path, $0) }
            }
        }
        #expect(paths.count > 40)
        try await TestServer().run { stranger in
            for (method, path, role) in paths where method != "HEAD" {
                let filled = path.replacing("{uuid}", with: "00000000-0000-0000-0000-000000000001")
                    .replacing("{action}", with: "start").replacing(/\{[a-z]+\}/, with: "x")
                let verb = try #require(HTTPRequest.Method(rawValue: method))
                let answer = try await stranger.api(verb, String(filled.dropFirst()))
                #expect(answer.status == 401, "\(method) \(path) to a stranger")
                guard role > .viewer else { continue }
                let viewer = try await stranger.loggedIn(as: "vera")
                let refused = try await viewer.api(verb, String(filled.dropFirst()), method == "GET" ? nil : "{}")
                #expect(refused.problem == "role-needed", "\(method) \(path) to a viewer")
                guard role == .administrator else { continue }
                let operating = try await stranger.loggedIn(as: "olaf")
                let also = try await operating.api(verb, String(filled.dropFirst()), method == "GET" ? nil : "{}")
                #expect(also.problem == "role-needed", "\(method) \(path) to an operator")
            }
        }
    }
}
