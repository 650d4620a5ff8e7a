import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import RoostServer

/// Somebody at a browser, or a program.
struct TestVisitor: Sendable {
    let client: any TestClientProtocol
    var headers: HTTPFields = [:]

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let body: String

        /// The kind of a refusal.
        var problem: String? {
            body.firstMatch(of: /"type":"urn:roost:problem:([a-z-]+)"/).map { String($0.1) }
        }

        func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .iso8601
            return try decoder.decode(type, from: Data(body.utf8))
        }
    }

    func ask(
        _ method: HTTPRequest.Method, _ uri: String, _ body: String? = nil, _ more: HTTPFields = [:]
    ) async throws -> Answer {
        var fields = headers
        if body != nil { fields[.contentType] = "application/json" }
        for field in more { fields[field.name] = field.value }
        return try await client.execute(
            uri: uri, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) }
        ) { Answer(status: $0.status.code, headers: $0.headers, body: String(buffer: $0.body)) }
    }

    /// The API, without its first part.
    func api(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, _ more: HTTPFields = [:]
    ) async throws -> Answer {
        try await ask(method, "/api/v1/" + path, body, more)
    }

    func tryToLogIn(_ user: String, password: String = "right", _ more: HTTPFields = [:]) async throws -> Answer {
        try await api(.post, "session", #"{"user":"\#(user)","password":"\#(password)"}"#, more)
    }

    /// The same visitor with cookie and forgery token.
    func loggedIn(as user: String) async throws -> TestVisitor {
        let answer = try await tryToLogIn(user)
        try #require(answer.status == 200, "\(answer.body)")
        var visitor = self
        let cookie = try #require(answer.headers[.setCookie])
        visitor.headers[.cookie] = String(cookie.prefix { $0 != ";" })
        visitor.headers[.forgeryToken] = try answer.json(SessionRoutes.View.self).csrf
        return visitor
    }

    /// The same visitor with an API token only.
    func withToken(_ secret: String) -> TestVisitor {
        TestVisitor(client: client, headers: [.authorization: "Bearer \(secret)"])
    }
}
