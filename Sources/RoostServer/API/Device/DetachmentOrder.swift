import Hummingbird
import RoostCore

/// How a device is to be detached: its guest has to let go of it, which may take long.
struct DetachmentOrder: Sendable {
    /// How long that may take, in seconds.
    private let seconds: Int
    /// Whether it is an operation, which can be stopped, and not the answer to the request.
    private let isOperation: Bool

    /// - Throws: ``Failure`` of kind usage.
    init(_ request: Request) throws(Failure) {
        let query = request.uri.queryParameters
        isOperation = try QueryNumber.truth(query, "asOperation")
        // A request is not held for longer than clients wait for its answer.
        seconds = try QueryNumber.read(query, "timeout", isOperation ? 1...7 * 86_400 : 1...100) ?? 20
    }

    func carryOut(
        _ plan: DeviceDetachment, _ parts: ServerParts, _ request: Request, _ context: RoostRequestContext
    ) async throws -> Response {
        try DetachmentView(plan).tag().check(request)
        let (audit, seconds) = (parts.audit, seconds)
        let detach = { @Sendable () async throws in
            try await audit.record(
                context, action: "detach", on: plan.machine,
                detail: [plan.device, plan.volume?.path].compactMap(\.self).joined(separator: ", deleting ")
            ) { try await plan.machine.detach(plan, limit: .seconds(seconds)) }
        }
        guard isOperation else { return try ServerJSON.response(try await detach()) }
        let status = try parts.operations.start(
            "detach \(plan.kind.words) \(plan.device) from \(plan.machine.name)", host: plan.machine.host.name,
            user: try context.known().user
        ) { _ in try await detach() }
        return try Started(operation: status).response()
    }
}
