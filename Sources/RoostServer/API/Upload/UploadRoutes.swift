import Foundation
import HTTPTypes
import Hummingbird
import RoostCore

/// `/hosts/{host}/pools/{pool}/uploads` and `/uploads/{id}`: files that come in pieces and go straight on into a volume.
struct UploadRoutes: Sendable {
    let parts: ServerParts

    private static let offsetField = HTTPField.Name("Upload-Offset")!
    private static let lengthField = HTTPField.Name("Upload-Length")!

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.operator).post("/hosts/{host}/pools/{pool}/uploads", use: begin)
        // Only its own user finds an upload, and a token for one host only that host's.
        let going = group.requires(.operator, filtersHosts: true)
        going.get("/uploads/{id}", use: show)
        going.head("/uploads/{id}", use: show)
        going.patch("/uploads/{id}", use: append)
        going.delete("/uploads/{id}", use: cancel)
    }

    private struct Order: StrictBody {
        static let fields: Set<String> = ["name", "size", "format"]

        let name: String
        /// In bytes.
        let size: UInt64
        /// What the person takes it for; what it is is seen by its first bytes.
        var format: String?
    }

    private struct View: Encodable {
        let id: UUID
        let host: String
        let pool: String
        let name: String
        let size: UInt64
        let offset: UInt64
        /// The volume, once all is there.
        let result: UploadedVolume?

        init(_ entry: UploadCentre.Entry) async {
            let upload = entry.upload
            (id, host, pool, name, size) = (entry.id, upload.host, upload.pool, upload.name, upload.size)
            (offset, result) = (await upload.offset, await upload.result)
        }

        func response(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) throws -> Response {
            var headers = headers
            headers[UploadRoutes.offsetField] = String(offset)
            headers[UploadRoutes.lengthField] = String(size)
            headers[.cacheControl] = "no-store"
            return try ServerJSON.response(self, status: status, headers: headers)
        }
    }

    @Sendable private func begin(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let order = try await request.strict(Order.self, context)
        if let format = order.format, !["qcow2", "raw", "iso"].contains(format) {
            throw Failure(.usage, "format must be qcow2, raw or iso")
        }
        let user = try context.known().user
        let place = try await parts.uploads.reserve(for: user)
        let upload: ResumableUpload
        do {
            let pool = try await parts.pool(context)
            upload = try await parts.audit.record(
                context, action: "upload", host: pool.host.name, machine: "\(pool.name)/\(order.name)",
                detail: "\(order.size) bytes"
            ) {
                try await ResumableUpload.begin(order.name, size: order.size, in: pool)
            }
        } catch {
            await parts.uploads.release(place)
            throw error
        }
        let entry = await parts.uploads.add(upload, at: place, of: user)
        return try await View(entry).response(
            status: .created, headers: [.location: "/api/v1/uploads/\(entry.id.uuidString.lowercased())"])
    }

    @Sendable private func show(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try await View(try await entry(context)).response()
    }

    @Sendable private func append(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        guard let text = request.headers[Self.offsetField], let offset = UInt64(text) else {
            throw Failure(.usage, "Upload-Offset must say where the piece begins, in bytes")
        }
        let entry = try await entry(context)
        let host = try await parts.live.host(named: entry.upload.host)
        // Begun with the upload, written down with its beginning; only its end is a change of its own.
        _ = try await entry.upload.append(at: offset, BodyBytes(body: request.body), over: host)
        let view = await View(entry)
        if view.result != nil {
            await parts.uploads.finish(entry.id)
            try await parts.audit.record(
                context, action: "finish-upload", host: entry.upload.host, machine: "\(view.pool)/\(view.name)"
            ) {}
        }
        return try view.response()
    }

    @Sendable private func cancel(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let entry = try await entry(context)
        let (upload, host) = (entry.upload, try await parts.live.host(named: entry.upload.host))
        try await parts.audit.record(
            context, action: "cancel-upload", host: upload.host, machine: "\(upload.pool)/\(upload.name)"
        ) {
            try await upload.cancel(over: host)
            await parts.uploads.forget(entry.id)
        }
        return Response(status: .noContent)
    }

    private func entry(_ context: RoostRequestContext) async throws -> UploadCentre.Entry {
        guard let id = UUID(uuidString: try context.part("id")),
            let entry = await parts.uploads.find(id, for: try context.known())
        else { throw Problem.notFound }
        return entry
    }

    /// The body piece by piece: the next is taken off the connection when this one has gone on.
    private struct BodyBytes: AsyncSequence, Sendable {
        let body: RequestBody

        func makeAsyncIterator() -> Iterator { Iterator(base: body.makeAsyncIterator()) }

        struct Iterator: AsyncIteratorProtocol {
            var base: RequestBody.AsyncIterator

            mutating func next() async throws -> [UInt8]? {
                guard let piece = try await base.next() else { return nil }
                return Array(piece.readableBytesView)
            }
        }
    }
}
