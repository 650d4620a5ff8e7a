import Foundation
import NIOCore
import NIOHTTP1
import RoostCore

/// A file that goes to a server in pieces, and from there straight on into a volume.
struct RemoteUpload: Sendable {
    let server: ServerConnection
    /// Where it is begun.
    let place: [String]
    let file: String
    let name: String

    /// A piece that is sent at once, in bytes. The server wants at least 64 KiB first.
    private static let piece = 8 << 20
    /// How long a server that is away may be so.
    private static let patience = Duration.seconds(60)

    private var task: String { "Cannot upload \(file)" }

    private struct Order: Encodable {
        let name: String
        let size: UInt64
    }

    private struct View: Decodable {
        let id: String
        let size: UInt64
        let offset: UInt64
        let result: UploadedVolume?
    }

    func run(_ report: @Sendable (OperationProgress) -> Void) async throws -> UploadedVolume {
        let (handle, size) = try open()
        defer { try? handle.close() }
        let begun = try await server.ask(
            try .sending(.POST, place, Order(name: name, size: size)), for: View.self, task: task)
        do {
            return try await send(handle, begun, report)
        } catch {
            // A cancelled task sends no requests.
            let isGone = await Task { await giveUp(begun.id) }.value
            guard Task.isCancelled else { throw error }
            throw Failure(
                .interrupted, "Stopped uploading \(file)",
                remedy: isGone ? "Nothing is left of it." : "roost volume list shows what is left of it.")
        }
    }

    /// Takes back what was sent. The server may still be busy with the last piece, whose end it has not seen.
    /// - Returns: whether nothing is left.
    private func giveUp(_ id: String) async -> Bool {
        for _ in 0..<40 {
            do throws(Failure) {
                _ = try await server.ask(.delete(["uploads", id]), task: "Cannot give an upload up")
                return true
            } catch {
                if error.kind == .notFound { return true }
                guard error.kind == .state else { return false }
            }
            try? await Task.sleep(for: .milliseconds(250))
        }
        return false
    }

    private func open() throws(Failure) -> (FileHandle, UInt64) {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            let isThere = FileManager.default.fileExists(atPath: file)
            throw Failure(
                isThere ? .permission : .notFound, task, why: isThere ? "it cannot be read" : "there is no such file")
        }
        do {
            let size = try handle.seekToEnd()
            guard size > 0 else { throw Failure(.usage, task, why: "it is empty") }
            return (handle, size)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.usage, task, why: "it is not a file with an end")
        }
    }

    private func send(
        _ handle: FileHandle, _ begun: View, _ report: @Sendable (OperationProgress) -> Void
    ) async throws -> UploadedVolume {
        var view = begun
        var backoff = Backoff()
        var lost: ContinuousClock.Instant?
        while true {
            if let result = view.result { return result }
            try Task.checkCancellation()
            report(
                OperationProgress(step: "uploading \(file)", done: view.offset, total: view.size, unit: .bytes))
            do throws(Failure) {
                if lost != nil { view = try await server.ask(.get(["uploads", begun.id]), for: View.self, task: task) }
                view = try await piece(handle, after: view)
                lost = nil
                backoff.reset()
            } catch {
                guard error.kind == .unreachable else { throw error }
                let since = lost ?? .now
                lost = since
                guard .now - since < Self.patience else { throw error }
                try await Task.sleep(for: backoff.pause())
            }
        }
    }

    /// Sends the piece that follows.
    private func piece(_ handle: FileHandle, after view: View) async throws(Failure) -> View {
        let bytes: Data
        do {
            try handle.seek(toOffset: view.offset)
            bytes = try handle.read(upToCount: Self.piece) ?? Data()
        } catch {
            throw Failure(.general, task, why: "it cannot be read any more")
        }
        guard !bytes.isEmpty else {
            throw Failure(.state, task, why: "it has become shorter while it was sent")
        }
        let request = ServerRequest(
            method: .PATCH, path: ["uploads", view.id],
            headers: ["Content-Type": "application/octet-stream", "Upload-Offset": "\(view.offset)"],
            body: ByteBuffer(bytes: bytes))
        return try await server.ask(request, for: View.self, task: task)
    }
}
