import Foundation
import HTTPTypes
import Hummingbird
import RoostCore

/// `/hosts/{host}/machines/{uuid}`: one machine, looked at and changed.
struct MachineRoutes: Sendable {
    let parts: ServerParts

    private static let place = "/hosts/{host}/machines/{uuid}"

    func add(to group: RouterGroup<RoostRequestContext>) {
        let reading = group.requires(.viewer)
        reading.get("\(Self.place)", use: show)
        reading.get("\(Self.place)/deletion", use: deletion)
        reading.get("\(Self.place)/xml", use: xml)
        reading.get("\(Self.place)/screenshot", use: screenshot)
        reading.get("\(Self.place)/log", use: log)
        let operating = group.requires(.operator)
        operating.patch("\(Self.place)", use: change)
        operating.post("\(Self.place)/clone", use: clone)
        operating.post("\(Self.place)/clone/plan", use: clonePlan)
        let ruling = group.requires(.administrator)
        ruling.put("\(Self.place)/xml", use: replaceXML)
        ruling.delete("\(Self.place)", use: delete)
    }

    @Sendable private func show(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(try await parts.machine(context).detail())
    }

    // MARK: Changing

    private struct Change: StrictBody {
        static let fields: Set<String> = ["title", "notes", "tags", "autostart", "vcpus", "memory"]

        var title: String?
        var notes: String?
        /// All that it is to have afterwards.
        var tags: [String]?
        var autostart: Bool?
        var vcpus: Int?
        /// In bytes.
        var memory: UInt64?
    }

    private struct Changed: Encodable {
        /// What became of each setting, now and at the next start.
        let effects: [MachineChangeReport.Effect]
        let autostart: Bool?
    }

    @Sendable private func change(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(Change.self, context)
        let machine = try await parts.machine(context)
        var change = MachineChange(
            memory: wanted.memory, vcpus: wanted.vcpus, title: wanted.title, notes: wanted.notes)
        if let tags = wanted.tags {
            let present = try await machine.tags()
            change.addedTags = tags.filter { !present.contains($0) }
            change.removedTags = present.filter { !tags.contains($0) }
        }
        let isEmpty = change == MachineChange()
        guard !isEmpty || wanted.autostart != nil || wanted.tags != nil else {
            throw Failure(.usage, "Nothing to change")
        }
        if !isEmpty { try change.validate() }
        let final = change
        let effects = try await parts.audit.record(
            context, action: "change", on: machine, detail: Self.names(wanted)
        ) {
            let effects = isEmpty ? [] : try await machine.change(final).effects
            if let autostart = wanted.autostart { try await machine.setAutostart(autostart) }
            return effects
        }
        await parts.live.look(at: machine)
        return try ServerJSON.response(Changed(effects: effects, autostart: wanted.autostart))
    }

    private static func names(_ change: Change) -> String {
        let given: [(String, Bool)] = [
            ("title", change.title != nil), ("notes", change.notes != nil), ("tags", change.tags != nil),
            ("autostart", change.autostart != nil), ("vcpus", change.vcpus != nil), ("memory", change.memory != nil),
        ]
        return given.filter(\.1).map(\.0).joined(separator: ", ")
    }

    private struct Clone: StrictBody {
        static let fields: Set<String> = ["name", "copy", "start"]

        let name: String
        var copy: CloneCopy?
        var start: Bool?
    }

    @Sendable private func clone(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(Clone.self, context)
        let machine = try await parts.machine(context)
        let plan = try await machine.planClone(as: wanted.name, copy: wanted.copy ?? .auto)
        let (audit, live) = (parts.audit, parts.live)
        let status = try parts.operations.start(
            "clone \(machine.name) to \(wanted.name)", host: machine.host.name, user: try context.known().user
        ) { report in
            try await audit.record(
                context, action: "clone", on: machine, detail: wanted.name
            ) {
                let cloned = try await machine.host.clone(plan, start: wanted.start ?? false).value(telling: report)
                await live.look(at: cloned.uuid, of: machine.host)
                return cloned
            }
        }
        return try Started(operation: status).response()
    }

    @Sendable private func clonePlan(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(Clone.self, context)
        let plan = try await parts.machine(context).planClone(as: wanted.name, copy: wanted.copy ?? .auto)
        return try ServerJSON.response(plan.shown)
    }

    // MARK: Deleting

    private func keepsDisks(_ request: Request) throws(Failure) -> Bool {
        switch request.uri.queryParameters["disks"] {
        case "keep": return true
        case "delete", nil: return false
        default: throw Failure(.usage, "disks must be keep or delete")
        }
    }

    private func plan(
        _ request: Request, _ context: RoostRequestContext
    ) async throws -> (host: RoostCore.Host, plan: MachineDeletion, tag: EntityTag) {
        let keepsDisks = try keepsDisks(request)
        let machine = try await parts.machine(context)
        let (plans, failures) = try await machine.host.planDeletion(of: [machine], keepDisks: keepsDisks, force: true)
        if let failure = failures.first { throw failure }
        guard let plan = plans.first else { throw Failure(.notFound, "There is no machine '\(machine.uuid)'") }
        // A running guest writes, so sizes say nothing of whether it is the same plan.
        var unsized = plan
        for index in unsized.items.indices { unsized.items[index].size = nil }
        return (machine.host, plan, EntityTag(of: try ServerJSON.encode(unsized.items) + [plan.isActive ? 1 : 0]))
    }

    @Sendable private func deletion(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let (_, plan, tag) = try await plan(request, context)
        return try ServerJSON.response(plan, headers: [.eTag: tag.text])
    }

    private struct Deleted: Encodable {
        /// Of the volumes that went after the definition.
        var files: [String] = []
        /// What could not be deleted, and why.
        var left: [Failure] = []
    }

    @Sendable private func delete(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let keepsDisks = try keepsDisks(request)
        let (host, plan, tag) = try await plan(request, context)
        try tag.check(request)
        let deleted = try await parts.audit.record(
            context, action: "delete", host: host.name, machine: plan.machine,
            detail: keepsDisks ? "without its disks" : plan.going.compactMap { $0.path }.joined(separator: ", ")
        ) {
            var answer = Deleted()
            var isGone = false
            answer.left = try await host.delete([plan], keepDisks: keepsDisks) { _, files in
                isGone = true
                answer.files = files
            }
            if !isGone, let failure = answer.left.first { throw failure }
            return answer
        }
        await parts.live.look(at: plan.uuid, of: host)
        return try ServerJSON.response(deleted)
    }

    // MARK: The definition

    /// The largest that is taken, in bytes.
    private static let largestXML = 1 << 20

    private static func description(_ request: Request) throws(Failure) -> Machine.Description {
        switch request.uri.queryParameters["which"] {
        case "next", nil: return .nextStart
        case "live": return .live
        default: throw Failure(.usage, "which must be next or live")
        }
    }

    /// Without passwords, for whoever asks.
    @Sendable private func xml(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let text = try await parts.machine(context).xml(Self.description(request))
        return Response(
            status: .ok, headers: [.contentType: "application/xml", .eTag: EntityTag(of: text.utf8).text],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private struct Applied: Encodable {
        /// Whether it was looked at only.
        let dryRun: Bool
        /// False where libvirt ended up with what it had.
        var hadEffect = false
        /// Whether the machine runs, and goes on as it is until it is started anew.
        var isActive = false
        /// Whether a saved state goes on with the old one.
        var hasSavedState = false
    }

    @Sendable private func replaceXML(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let given = request.uri.queryParameters
        let isDryRun = try QueryNumber.truth(given, "dryRun")
        let validates = try given["validate"] == nil || QueryNumber.truth(given, "validate")
        let text = try await request.text(upTo: Self.largestXML)
        let machine = try await parts.machine(context)
        let edit = try await DefinitionEdit(machine)
        try EntityTag(of: try await machine.xml(.nextStart).utf8).check(request)
        let full = edit.keepingPasswords(text)
        if isDryRun {
            try await edit.check(full)
            return try ServerJSON.response(Applied(dryRun: true))
        }
        let applied = try await parts.audit.record(
            context, action: "edit", on: machine
        ) {
            switch try await edit.apply(full, over: edit.original, validating: validates) {
            case .unchanged: return Applied(dryRun: false)
            case .applied(let result):
                await parts.live.look(at: machine)
                return Applied(
                    dryRun: false, hadEffect: result.hadEffect, isActive: result.isActive,
                    hasSavedState: result.hasSavedState)
            case .rejected(let failure, _): throw failure
            case .changedMeanwhile:
                throw Problem(
                    "changed", status: 412, "Nothing was changed", detail: "Somebody else has changed it meanwhile.",
                    remedy: "Look at it again.")
            }
        }
        return try ServerJSON.response(applied)
    }

    // MARK: Looking

    @Sendable private func screenshot(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let screen = try QueryNumber.read(request.uri.queryParameters, "screen", 0...15) ?? 0
        let picture = try await parts.machine(context).screenshot(screen: UInt32(screen))
        return Response(
            status: .ok, headers: [.contentType: "image/png", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture.png)))
    }

    /// The end of what its first serial port has said.
    @Sendable private func log(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let count = try QueryNumber.read(request.uri.queryParameters, "bytes", 1...(1 << 20)) ?? 64 << 10
        let bytes = try await parts.machine(context).serialLog().end(count)
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: String(decoding: bytes, as: UTF8.self))))
    }
}
