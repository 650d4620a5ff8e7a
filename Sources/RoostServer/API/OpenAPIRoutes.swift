import Foundation
import Hummingbird
import RoostCore
import Yams

/// `/openapi.json`: what the API takes and gives, for programs.
struct OpenAPIRoutes: Sendable {
    /// Made once, when it is first asked for.
    private static let answer = Result { try document() }

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.viewer, filtersHosts: true).get("/openapi.json") { _, _ in
            ServerJSON.response(bytes: try Self.answer.get())
        }
    }

    static func document() throws -> [UInt8] {
        let text = String(decoding: PackageResources.openapi_yaml, as: UTF8.self)
        return Array(try JSONEncoder().encode(try YAMLDecoder().decode(JSONValue.self, from: text)))
    }
}
