import NIOCore
import NIOHTTP1
public import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ServerPlace {
    // MARK: Machines

    /// What would be made.
    package func plan(_ order: MachineOrder) async throws(Failure) -> MachineOrder.Plan {
        try await server.ask(
            try .sending(.POST, path + ["machines", "plan"], order), for: MachineOrder.Plan.self,
            task: "Cannot create the machine")
    }

    /// Makes a machine; an image that the host lacks is fetched first.
    package func create(_ order: MachineOrder) -> Operation<CreatedMachine> {
        site.operation("create \(label(order.name))", host: host) { () throws(Failure) in
            try ServerRequest.sending(.POST, path + ["machines"], order)
        }
    }

    /// Stays until the first boot of a machine has ended, which the server follows by itself.
    /// - Returns: its addresses; nil where the server does not follow one.
    public func firstBoot(
        of machine: CreatedMachine, tell: @escaping @Sendable (FirstBootEvent) -> Void
    ) async throws -> [MachineAddress]? {
        let task = "Cannot wait for \(label(machine.name))"
        let all = try await server.ask(.get(["operations"]), for: Page<Going>.self, task: task).items
        guard let going = all.first(where: { $0.host == host && $0.what == "first boot of \(machine.name)" }) else {
            return nil
        }
        let phases = PhaseTeller(tell)
        return try await RemoteOperation<MachineReady>(site: site, task: task, isStopped: false)
            .follow(going.id) { phases.note($0) }.addresses
    }

    private struct Going: Decodable {
        let id: String
        let what: String
        let host: String
    }

    // MARK: Images and volumes

    private struct Pull: Encodable {
        let name: String
    }

    /// Fetches an image of the catalogue.
    public func pullImage(_ name: String) -> Operation<ImageArrival> {
        site.operation("pull \(name)", host: host) { () throws(Failure) in
            try ServerRequest.sending(.POST, path + ["images", "pulls"], Pull(name: name))
        }
    }

    private struct VolumeOrder: Encodable {
        let name: String
        let size: UInt64
        let format: String
    }

    /// Makes an empty volume.
    /// - Returns: its address.
    public func createVolume(_ request: VolumeRequest, in pool: String) async throws(Failure) -> String {
        let task = "Cannot create the volume \(request.name)"
        guard request.backing == nil, request.preallocation == nil else {
            throw Failure.direct("--backing and --prealloc go to hosts directly")
        }
        guard let size = request.size else {
            throw Failure(.usage, task, why: "it has no size", remedy: "Say --size 20G, for example.")
        }
        let order = VolumeOrder(name: request.name, size: size, format: request.format.rawValue)
        return try await server.ask(
            try .sending(.POST, path + ["pools", pool, "volumes"], order), for: VolumeSummary.self, task: task
        ).address
    }

    /// Sends a file into a new volume. A connection that is lost is made again, and goes on where it was.
    public func uploadVolume(_ upload: VolumeUpload) throws(Failure) -> Operation<UploadedVolume> {
        guard !upload.replace else { throw Failure.direct("--replace goes to hosts directly") }
        guard case .name(let name, let pool) = upload.address.form else {
            throw Failure(
                .usage, "Cannot upload \(upload.file)", why: "a path names no pool", remedy: "Name it POOL/NAME.")
        }
        let sending = RemoteUpload(
            server: server, place: path + ["pools", pool, "uploads"], file: upload.file, name: name)
        return Operation("upload \(upload.file)", host: host) { report in try await sending.run(report) }
    }
}
