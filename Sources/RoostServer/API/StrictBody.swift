import Foundation
import Hummingbird
import RoostCore

/// The body of a request that changes something. A field that is not known is refused, for it may be a misspelt one that
/// somebody counts on.
protocol StrictBody: Decodable {
    static var fields: Set<String> { get }
}

extension Request {
    /// - Throws: ``Problem`` or ``Failure`` for what is no JSON, is too large, or does not fit.
    func strict<Body: StrictBody>(_ type: Body.Type, _ context: RoostRequestContext) async throws -> Body {
        let given = try await json(JSONValue.self, context)
        guard case .object(let fields) = given else { throw Failure(.usage, "The request's content is not an object") }
        if let unknown = fields.keys.sorted().first(where: { !Body.fields.contains($0) }) {
            throw Failure(
                .usage, "There is no field '\(unknown.prefix(80))'",
                remedy: "Known are: \(Body.fields.sorted().joined(separator: ", "))")
        }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: try JSONEncoder().encode(given))
    }

    /// For what takes no content: what is sent all the same is not read.
    func text(upTo limit: Int) async throws -> String {
        var bytes = try await body.collect(upTo: limit)
        guard let text = bytes.readString(length: bytes.readableBytes), text.utf8.allSatisfy({ $0 != 0 }),
            !text.contains("\u{FFFD}")
        else { throw Failure(.usage, "The request's content is not UTF-8 text") }
        return text
    }
}
