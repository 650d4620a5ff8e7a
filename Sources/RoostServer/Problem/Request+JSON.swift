import HTTPTypes
import Hummingbird

extension Request {
    /// The body as JSON. Only with the content type of JSON, which a form of another site cannot send.
    /// - Throws: ``Problem`` with status 415 for another type, 413 for a body of more than a mebibyte, 400 for one that does
    ///   not fit.
    func json<Value: Decodable>(_ type: Value.Type, _ context: RoostRequestContext) async throws -> Value {
        let kind = headers[.contentType]?.lowercased().split(separator: ";").first?.filter { $0 != " " }
        guard kind == "application/json" else {
            throw Problem("media-type", status: 415, "The request's content must be application/json")
        }
        return try await decode(as: type, context: context)
    }
}
