import Foundation
import Hummingbird
import RoostCore

/// `/hosts/{host}/machines/{uuid}/interfaces`: the network interfaces of a machine.
struct InterfaceRoutes: Sendable {
    let parts: ServerParts

    private static let place = "/hosts/{host}/machines/{uuid}/interfaces"

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.viewer).get("\(Self.place)", use: list)
        let operating = group.requires(.operator)
        operating.post("\(Self.place)", use: attach)
        operating.patch("\(Self.place)/{device}", use: change)
        operating.delete("\(Self.place)/{device}", use: detach)
    }

    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(Listing(try await parts.machine(context).interfaceRows()))
    }

    struct New: StrictBody {
        static let fields: Set<String> = ["interface"]

        /// As after `roost create --network`.
        let interface: String

        func device() throws(Failure) -> NewDevice {
            try NewDevice.interface(parsing: interface, in: RequestContext(workingDirectory: nil))
        }
    }

    @Sendable private func attach(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(New.self, context)
        let scope = try DeviceScope.read(request)
        let machine = try await parts.machine(context)
        let prepared = try await machine.prepare(
            try wanted.device(), scope: scope, rule: try await parts.fileRule(context, on: machine.host))
        let report = try await parts.audit.record(
            context, action: "attach", on: machine, detail: wanted.interface
        ) { try await machine.attach(prepared).value }
        return try ServerJSON.response(report)
    }

    private struct Change: StrictBody {
        static let fields: Set<String> = ["changes"]

        /// As after `roost create --network`.
        let changes: String
    }

    @Sendable private func change(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(Change.self, context)
        let scope = try DeviceScope.read(request)
        let mac = try context.part("device")
        let option = try NetworkOption.changes(parsing: wanted.changes, in: RequestContext(workingDirectory: nil))
        let machine = try await parts.machine(context)
        let rule = try await parts.fileRule(context, on: machine.host)
        let report = try await parts.audit.record(
            context, action: "change interface", on: machine,
            detail: "\(mac) \(wanted.changes)"
        ) { try await machine.changeInterface(mac, option, scope: scope, rule: rule) }
        return try ServerJSON.response(report)
    }

    @Sendable private func detach(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let scope = try DeviceScope.read(request)
        let seconds = try QueryNumber.read(request.uri.queryParameters, "timeout", DeviceScope.patience) ?? 20
        let machine = try await parts.machine(context)
        let plan = try await machine.planDetachInterface(try context.part("device"), scope: scope)
        try DetachmentView(plan).tag().check(request)
        let report = try await parts.audit.record(
            context, action: "detach", on: machine, detail: plan.device
        ) { try await machine.detach(plan, limit: .seconds(seconds)) }
        return try ServerJSON.response(report)
    }
}
