import AsyncHTTPClient
import NIOCore
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Host {
    /// Fetches an image from the web into the pool of the images. It has its name when it is whole and is what its publisher
    /// says. Where the published checksum is that of an image which is there, nothing is fetched.
    ///
    /// What has come of a transfer that was cut off stays in the pool, and the next pull of that address goes on from there.
    public func pullImage(_ pull: ImagePull) -> Operation<ImageArrival> {
        Operation("pull \(pull.name)", host: name) { report in
            try await ImagePuller(host: self, pull: pull, report: report).run()
        }
    }
}

/// One pull, from the checksum to the image.
struct ImagePuller: Sendable {
    let host: Host
    let pull: ImagePull
    let report: @Sendable (OperationProgress) -> Void

    var task: String { "Cannot pull \(pull.name)" }
    private var web: WebClient { WebClient(silence: pull.silence) }
    /// How often what lies at the address may change while it is fetched.
    private static let mostChanges = 4

    func run() async throws -> ImageArrival {
        do {
            return try await fetch()
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(failing: task, error)
        }
    }

    private func fetch() async throws -> ImageArrival {
        report(OperationProgress(step: "asking for the checksum of \(pull.name)"))
        let published = try await checksum()
        let pool = try await host.imagePool(pull.pool, for: task)
        let present = try await pool.images { $0.name == pull.name }
        if let published, let same = present.first(where: { $0.record?.checksum == published }) {
            return ImageArrival(image: same, isNew: false, previous: present.first?.version, notices: [])
        }
        let partial = PartialPull(of: pull.name, from: pull.source, in: pool, task: task)
        // Two pulls of one address on this computer would write into one volume.
        let lock = try await lock(partial)
        defer { lock.release() }
        if try await !partial.hasFacts(), let arrival = try await fetchFromThere(pool, published) { return arrival }
        for _ in 0..<Self.mostChanges {
            do {
                return try await transfer(partial, published)
            } catch WebProblem.changed {
                try await partial.remove()
            }
        }
        throw Failure(
            .unreachable, task, why: "what lies at \(pull.address) changes again and again, or cannot be gone on with",
            remedy: "Try again later.")
    }

    private func checksum() async throws -> ImageChecksum? {
        switch pull.check {
        case .none: return nil
        case .checksum(let checksum): return checksum
        case .file(let text, let form):
            let address = try ImageAddress(text)
            let content: [UInt8]
            do {
                content = try await web.get(address, task: task) { answer in
                    var buffer = try await answer.body.collect(upTo: ChecksumFile.largest)
                    return buffer.readBytes(length: buffer.readableBytes) ?? []
                }
            } catch WebProblem.cut(let reason) {
                throw Failure(.unreachable, task, why: "\(text): \(reason)", remedy: "Try again later.")
            }
            return try ChecksumFile(String(decoding: content, as: UTF8.self), form: form)
                .checksum(of: pull.source.file, task: task, address: text)
        }
    }

    private func lock(_ partial: PartialPull) async throws(Failure) -> FileLock {
        let directory = try RuntimeDirectory { ProcessInfo.processInfo.environment[$0] }
        return try await FileLock(
            "\(directory.path)/pull-\(ShortHash.of("\(host.name) \(partial.name.text)")).lock", within: .zero,
            task: task,
            taken: Failure(.state, task, why: "another command pulls it at this moment", remedy: "Wait for that one."))
    }

    /// Fetches the bytes from where they end.
    /// - Throws: ``WebProblem/changed`` where that has to begin anew.
    private func transfer(_ partial: PartialPull, _ published: ImageChecksum?) async throws -> ImageArrival {
        let gate = ImageGate(
            task: task, source: pull.address, room: try await partial.pool.room(for: task),
            allowances: pull.allowances)
        var download = ImageDownload(web: web, address: pull.source, task: task)
        let arrived = Mutex(ImageHash(published?.algorithm ?? .sha256))
        var known = try await partial.find(pull.source, published)
        if let facts = known?.facts { (download.validator, download.total) = (facts.validator, facts.total) }
        let volume = if let known { known.volume } else { try await partial.make() }
        let intake = ImageIntake(into: volume, gate: gate, length: download.total)
        if known != nil {
            report(OperationProgress(step: "reading what is there of \(pull.name)"))
            download.position = try await intake.resume { bytes in arrived.withLock { $0.update(bytes) } }
            if download.position == 0 { throw WebProblem.changed }
            known = nil
        }
        let inlet = ImageInlet(into: intake, task: task)
        do {
            try await receive(&download, partial, intake, inlet, published, arrived)
            let whole = try await finish(inlet, intake)
            try check(arrived.withLock(\.digest), published)
            var record = pull.record
            record.checksum = published
            let arrival = try await ImagePublication(whole: whole, record: record, task: task).publish()
            try await partial.forget()
            return arrival
        } catch {
            throw try await ended(error, partial, inlet, intake)
        }
    }

    private func receive(
        _ download: inout ImageDownload, _ partial: PartialPull, _ intake: ImageIntake, _ inlet: ImageInlet,
        _ published: ImageChecksum?, _ arrived: borrowing Mutex<ImageHash>
    ) async throws {
        let step = "pulling \(pull.name)"
        let isAtStart = download.position == 0
        var done = download.position
        var total = download.total
        try await download.run { state in
            total = state.total
            if let total { try await intake.expect(total) }
            if isAtStart, let validator = state.validator {
                try await partial.note(
                    PartialPull.Facts(
                        source: pull.address, validator: validator, total: state.total, checksum: published))
            }
        } take: { bytes in
            arrived.withLock { $0.update(bytes) }
            try await inlet.take(.data(bytes))
            done += UInt64(bytes.count)
            report(OperationProgress(step: step, done: done, total: total, unit: .bytes))
        }
        report(OperationProgress(step: "finishing \(pull.name)", done: done, total: total, unit: .bytes))
    }

    private func finish(_ inlet: ImageInlet, _ intake: ImageIntake) async throws -> ImageIntake.Whole {
        try await inlet.finish()
        return try await intake.finish()
    }

    private func check(_ digest: String, _ published: ImageChecksum?) throws(Failure) {
        guard let published, digest != published.digest else { return }
        throw Mismatch.failure(task, published, digest)
    }

    /// What to say of a failure, and what becomes of the bytes that have come.
    private func ended(
        _ error: any Error, _ partial: PartialPull, _ inlet: ImageInlet, _ intake: ImageIntake
    ) async throws -> any Error {
        let isPacked = await inlet.isPacked
        await inlet.stop()
        let failure = (error as? Failure) ?? Failure(failing: task, error)
        let isCut = failure.kind == .interrupted || failure.kind == .unreachable
        let hasFacts = await Task { try await partial.hasFacts() }.result
        if case WebProblem.changed = error {
            await intake.abandon()
            return error
        }
        guard isCut, !isPacked, (try? hasFacts.get()) == true else {
            await intake.abandon()
            // In a task of its own, which is not cancelled.
            let removal = await Task { await attempt { () throws(Failure) in try await partial.remove() } }.value
            guard case .failure(let other) = removal else { return failure }
            return Failure(
                failure.kind, failure.what, why: (failure.why.map { $0 + "; " } ?? "") + "left behind: \(other)",
                remedy: failure.remedy)
        }
        await intake.abandon(keeping: true)
        return Failure(
            failure.kind, failure.what,
            why: (failure.why.map { $0 + "; " } ?? "") + "what has come stays in pool \(partial.pool.label)",
            remedy: "The same command goes on from there. To remove it: roost volume delete "
                + host.reference("\(partial.pool.name)/\(partial.name.text)"))
    }
}

/// Bytes that are not what was published.
private enum Mismatch {
    static func failure(_ task: String, _ published: ImageChecksum, _ digest: String) -> Failure {
        Failure(
            .general, task,
            why:
                "what came has the \(published.algorithm == .sha256 ? "SHA-256" : "SHA-512") \(digest), and \(published.digest) was published; it was removed",
            remedy: "Try again: a publisher may have been changing it. If it stays so, do not use it.")
    }
}
