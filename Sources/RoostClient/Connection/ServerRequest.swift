import NIOCore
import NIOHTTP1
import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A request of the API.
struct ServerRequest: Sendable {
    var method = HTTPMethod.GET
    /// Behind `/api/v1`; each part may hold anything.
    let path: [String]
    var query: [(String, String)] = []
    var headers: HTTPHeaders = [:]
    var body: ByteBuffer?
    /// The largest answer, in bytes.
    var largest = ServerConnection.largest

    static func get(_ path: [String], query: [(String, String)] = []) -> ServerRequest {
        ServerRequest(path: path, query: query)
    }

    static func post(_ path: [String], query: [(String, String)] = []) -> ServerRequest {
        ServerRequest(method: .POST, path: path, query: query)
    }

    static func delete(_ path: [String], query: [(String, String)] = []) -> ServerRequest {
        ServerRequest(method: .DELETE, path: path, query: query)
    }

    /// With a value as JSON.
    static func sending(
        _ method: HTTPMethod, _ path: [String], query: [(String, String)] = [], _ value: some Encodable
    ) throws(Failure) -> ServerRequest {
        let data: Data
        do {
            data = try JSONEncoder().encode(value)
        } catch {
            throw Failure(.usage, "That cannot be sent", why: "\(error)")
        }
        return ServerRequest(
            method: method, path: path, query: query, headers: ["Content-Type": "application/json"],
            body: ByteBuffer(bytes: data))
    }

    /// For what is done only as it was shown.
    func ifMatching(_ tag: String) -> ServerRequest { with("If-Match", tag) }

    func with(_ name: String, _ value: String) -> ServerRequest {
        var request = self
        request.headers.replaceOrAdd(name: name, value: value)
        return request
    }

    /// Path and query as they are sent.
    var target: String {
        let words = query.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "&")
        return "/api/v1/" + path.map(Self.escaped).joined(separator: "/") + (words.isEmpty ? "" : "?\(words)")
    }

    /// Only letters, digits and four marks stand for themselves.
    private static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                result.append(Character(Unicode.Scalar(byte)))
            default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}
