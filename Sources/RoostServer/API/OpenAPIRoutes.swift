import Foundation
import Hummingbird
import RoostCore
import Yams

/// `/openapi.json`: what the API takes and gives, for programs.
struct OpenAPIRoutes: Sendable {
    private let bytes: [UInt8]

    init() {
        do {
            bytes = try Self.document()
        } catch {
            // It is part of the program; a test reads it.
            fatalError("openapi.yaml cannot be read: \(error)")
        }
    }

    func add(to group: RouterGroup<RoostRequestContext>) {
        let bytes = bytes
        group.requires(.viewer, filtersHosts: true).get("/openapi.json") { _, _ in
            ServerJSON.response(bytes: bytes)
        }
    }

    static func document() throws -> [UInt8] {
        let text = String(decoding: PackageResources.openapi_yaml, as: UTF8.self)
        return Array(try JSONEncoder().encode(try YAMLDecoder().decode(JSONValue.self, from: text)))
    }
}
