import Foundation
import Hummingbird
import RoostCore

/// What a change of a machine's devices would come to: `…/disks/plan`, `…/interfaces/plan`, `…/{device}/detachment` and
/// `…/disks/{device}/size`. Nothing is done; the ETag of what is shown goes along with the change as If-Match.
struct DevicePlanRoutes: Sendable {
    let parts: ServerParts

    private static let machine = "/hosts/{host}/machines/{uuid}"

    func add(to group: RouterGroup<RoostRequestContext>) {
        let operating = group.requires(.operator)
        operating.post("\(Self.machine)/disks/plan", use: newDisk)
        operating.post("\(Self.machine)/interfaces/plan", use: newInterface)
        operating.get("\(Self.machine)/disks/{device}/detachment", use: detachedDisk)
        operating.get("\(Self.machine)/interfaces/{device}/detachment", use: detachedInterface)
        operating.post("\(Self.machine)/disks/{device}/size", use: size)
    }

    private struct Plan: Encodable {
        let kind: MachineDeviceKind
        let device: String
        /// A sentence each.
        let notices: [String]
        /// Disks that would be made.
        let made: [String]
        /// As libvirt would get it.
        let xml: String
    }

    @Sendable private func newDisk(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(DiskRoutes.New.self, context)
        return try await plan(try wanted.device(), request, context)
    }

    @Sendable private func newInterface(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(InterfaceRoutes.New.self, context)
        return try await plan(try wanted.device(), request, context)
    }

    private func plan(
        _ device: NewDevice, _ request: Request, _ context: RoostRequestContext
    ) async throws -> Response {
        let scope = try DeviceScope.read(request)
        let machine = try await parts.machine(context)
        let prepared = try await machine.prepare(
            device, scope: scope, rule: try await parts.fileRule(context, on: machine.host))
        return try ServerJSON.response(
            Plan(
                kind: prepared.kind, device: prepared.device, notices: prepared.notices, made: prepared.newDisks,
                xml: prepared.xml))
    }

    @Sendable private func detachedDisk(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let scope = try DeviceScope.read(request)
        let deletes = try QueryNumber.truth(request.uri.queryParameters, "deleteVolume")
        if deletes { try context.known().require(.administrator) }
        let machine = try await parts.machine(context)
        return try Self.response(
            try await machine.planDetachDisk(try context.part("device"), scope: scope, deletingVolume: deletes))
    }

    @Sendable private func detachedInterface(
        _ request: Request, _ context: RoostRequestContext
    ) async throws -> Response {
        let scope = try DeviceScope.read(request)
        let machine = try await parts.machine(context)
        return try Self.response(try await machine.planDetachInterface(try context.part("device"), scope: scope))
    }

    private static func response(_ plan: DeviceDetachment) throws -> Response {
        let view = DetachmentView(plan)
        return try ServerJSON.response(view, headers: [.eTag: try view.tag().text])
    }

    @Sendable private func size(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wish = try await request.strict(DiskSizeOrder.self, context).wish()
        // As for the change itself: nobody is asked about what is refused then.
        if wish.mayShrink { try context.known().require(.administrator) }
        let machine = try await parts.machine(context)
        let plan = try await machine.planResize(try context.part("device"), shrink: wish.mayShrink) {
            now throws(Failure) in try wish.size(from: now)
        }
        let view = DiskSizeOrder.View(plan)
        return try ServerJSON.response(view, headers: [.eTag: try view.tag().text])
    }
}
