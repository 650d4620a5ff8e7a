import Foundation
import Hummingbird
import RoostCore

/// `/hosts/{host}/machines/{uuid}/disks` and `…/cdroms`: the disks and drives of a machine, and what is in them.
struct DiskRoutes: Sendable {
    let parts: ServerParts

    private static let place = "/hosts/{host}/machines/{uuid}/disks"
    private static let medium = "/hosts/{host}/machines/{uuid}/cdroms/{device}/medium"

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.viewer).get("\(Self.place)", use: list)
        let operating = group.requires(.operator)
        operating.post("\(Self.place)", use: attach)
        operating.patch("\(Self.place)/{device}", use: change)
        operating.delete("\(Self.place)/{device}", use: detach)
        operating.put("\(Self.medium)", use: insert)
        operating.delete("\(Self.medium)", use: eject)
    }

    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(Listing(try await parts.machine(context).diskRows()))
    }

    struct New: StrictBody {
        static let fields: Set<String> = ["disk"]

        /// As after `roost create --disk`.
        let disk: String

        func device() throws(Failure) -> NewDevice {
            // Relative paths would start from wherever the server happens to run.
            try NewDevice.disk(parsing: disk, in: RequestContext(workingDirectory: nil))
        }
    }

    /// The making of a disk may take its time, so the request is not held up by it.
    @Sendable private func attach(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(New.self, context)
        let scope = try DeviceScope.read(request)
        let machine = try await parts.machine(context)
        let prepared = try await machine.prepare(
            try wanted.device(), scope: scope, rule: try await parts.fileRule(context, on: machine.host))
        let audit = parts.audit
        let status = try parts.operations.start(
            "attach \(prepared.kind.words) \(prepared.device) to \(machine.name)", host: machine.host.name,
            user: try context.known().user
        ) { report in
            try await audit.record(
                context, action: "attach", on: machine, detail: wanted.disk
            ) { try await machine.attach(prepared).value(telling: report) }
        }
        return try Started(operation: status).response()
    }

    private struct Change: StrictBody {
        static let fields = DiskSizeOrder.fields.union(["changes"])

        /// As after `roost create --disk`.
        var changes: String?
        var size: UInt64?
        var more: UInt64?
        var shrink: Bool?

        var sizeOrder: DiskSizeOrder? {
            size == nil && more == nil && shrink == nil ? nil : DiskSizeOrder(size: size, more: more, shrink: shrink)
        }
    }

    @Sendable private func change(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(Change.self, context)
        let scope = try DeviceScope.read(request)
        let name = try context.part("device")
        guard (wanted.changes == nil) != (wanted.sizeOrder == nil) else {
            throw Failure(.usage, "Say changes, or size")
        }
        if let order = wanted.sizeOrder { return try await resize(name, try order.wish(), request, context) }
        let changes = wanted.changes ?? ""
        let option = try DiskOption.changes(parsing: changes, in: RequestContext(workingDirectory: nil))
        let machine = try await parts.machine(context)
        let rule = try await parts.fileRule(context, on: machine.host)
        let report = try await parts.audit.record(
            context, action: "change disk", on: machine, detail: "\(name) \(changes)"
        ) { try await machine.changeDisk(name, option, scope: scope, rule: rule) }
        return try ServerJSON.response(report)
    }

    private func resize(
        _ name: String, _ wish: DiskSizeWish, _ request: Request, _ context: RoostRequestContext
    ) async throws -> Response {
        // What is cut off is gone, as a volume that is deleted.
        if wish.mayShrink { try context.known().require(.administrator) }
        let machine = try await parts.machine(context)
        let plan = try await machine.planResize(name, shrink: wish.mayShrink) { now throws(Failure) in
            try wish.size(from: now)
        }
        try DiskSizeOrder.View(plan).tag().check(request)
        let report = try await parts.audit.record(
            context, action: "change disk", on: machine, detail: "\(name) \(plan.size) bytes"
        ) { try await machine.resize(plan) }
        return try ServerJSON.response(report)
    }

    @Sendable private func detach(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let scope = try DeviceScope.read(request)
        let deletes = try QueryNumber.truth(request.uri.queryParameters, "deleteVolume")
        let seconds = try QueryNumber.read(request.uri.queryParameters, "timeout", DeviceScope.patience) ?? 20
        // As for a volume by itself.
        if deletes { try context.known().require(.administrator) }
        let machine = try await parts.machine(context)
        let plan = try await machine.planDetachDisk(
            try context.part("device"), scope: scope, deletingVolume: deletes)
        try DetachmentView(plan).tag().check(request)
        let report = try await parts.audit.record(
            context, action: "detach", on: machine,
            detail: [plan.device, plan.volume?.path].compactMap(\.self).joined(separator: ", deleting ")
        ) { try await machine.detach(plan, limit: .seconds(seconds)) }
        return try ServerJSON.response(report)
    }

    // MARK: Media

    private struct Medium: StrictBody {
        static let fields: Set<String> = ["medium", "force", "onlyIfEmpty"]

        /// A path of the host, or POOL/VOLUME.
        let medium: String
        /// Also where the guest has locked the tray.
        var force: Bool?
        /// Not in the place of another one.
        var onlyIfEmpty: Bool?
    }

    @Sendable private func insert(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(Medium.self, context)
        let medium = try Machine.medium(parsing: wanted.medium, in: RequestContext(workingDirectory: nil))
        let change: Machine.MediumChange = wanted.onlyIfEmpty == true ? .insert(medium) : .change(medium)
        return try await self.change(change, wanted.medium, force: wanted.force ?? false, request, context)
    }

    @Sendable private func eject(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let force = try QueryNumber.truth(request.uri.queryParameters, "force")
        return try await change(.eject, "", force: force, request, context)
    }

    private func change(
        _ change: Machine.MediumChange, _ words: String, force: Bool, _ request: Request,
        _ context: RoostRequestContext
    ) async throws -> Response {
        let scope = try DeviceScope.read(request)
        let drive = try context.part("device")
        let machine = try await parts.machine(context)
        let rule = try await parts.fileRule(context, on: machine.host)
        let report = try await parts.audit.record(
            context, action: change == .eject ? "eject" : "insert", on: machine,
            detail: "\(drive) \(words)"
        ) { try await machine.changeMedium(change, drive: drive, scope: scope, force: force, rule: rule) }
        return try ServerJSON.response(report)
    }
}
