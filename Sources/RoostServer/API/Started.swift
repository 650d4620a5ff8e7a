import Foundation
import Hummingbird

/// The answer to a request whose work goes on.
struct Started: Codable, Sendable {
    let operation: OperationStatus

    /// 202.
    func response() throws -> Response {
        try ServerJSON.response(
            self, status: .accepted, headers: [.location: "/api/v1/operations/\(operation.id.uuidString.lowercased())"])
    }
}
