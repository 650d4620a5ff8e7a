import Foundation
import Hummingbird
import RoostCore

/// When a change of a device is to be, as a request says it.
enum DeviceScope {
    /// How long a request may wait for a guest to let go of a device, in seconds.
    static let patience = 1...100

    /// - Throws: ``Failure`` of kind usage.
    static func read(_ request: Request) throws(Failure) -> MachineChange.Scope {
        guard let text = request.uri.queryParameters["scope"] else { return .both }
        guard let scope = MachineChange.Scope(rawValue: String(text)) else {
            let known = MachineChange.Scope.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(.usage, "scope must be one of \(known)")
        }
        return scope
    }
}
