import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Files that come in pieces, into a pool of a real libvirtd.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct ResumableUploadTests {
    /// Pieces of a file; the connection can break in the middle of them.
    private struct Pieces: AsyncSequence, Sendable {
        struct Broken: Error {}

        let pieces: [[UInt8]]
        var breaks = false

        func makeAsyncIterator() -> Iterator { Iterator(left: pieces[...], breaks: breaks) }

        struct Iterator: AsyncIteratorProtocol {
            var left: ArraySlice<[UInt8]>
            let breaks: Bool

            mutating func next() async throws -> [UInt8]? {
                if left.isEmpty, breaks { throw Broken() }
                return left.popFirst()
            }
        }
    }

    private static func content(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    }

    @Test func aFileGoesOnWhereItBrokeOffAndIsWhatWasSent() async throws {
        try await withPool { host, pool in
            let bytes = Self.content(5 << 20)
            let upload = try await ResumableUpload.begin("t-data.img", size: UInt64(bytes.count), in: pool)
            let pieces = stride(from: 0, to: 3 << 20, by: 100_000).map { Array(bytes[$0..<min($0 + 100_000, 3 << 20)]) }
            await #expect(throws: Pieces.Broken.self) {
                _ = try await upload.append(at: 0, Pieces(pieces: pieces, breaks: true), over: host)
            }
            let offset = await upload.offset
            #expect((1 << 20...3 << 20).contains(offset))
            #expect(try await !pool.volumeNames().contains("t-data.img"))
            await #expect(throws: Failure.self) {
                _ = try await upload.append(at: offset + 1, Pieces(pieces: [[1]]), over: host)
            }
            let end = try await upload.append(at: offset, Pieces(pieces: [Array(bytes[Int(offset)...])]), over: host)
            #expect(end == UInt64(bytes.count))
            let path = try #require(await upload.result?.path)
            #expect(FileManager.default.contents(atPath: path) == Data(bytes))
            #expect(try await pool.volumeNames() == ["t-data.img"])
        }
    }

    @Test func moreThanWasAnnouncedIsRefused() async throws {
        try await withPool { host, pool in
            let upload = try await ResumableUpload.begin("t-data.img", size: 100_000, in: pool)
            await #expect(throws: Failure.self) {
                _ = try await upload.append(at: 0, Pieces(pieces: [Self.content(100_001)]), over: host)
            }
            try await upload.cancel(over: host)
            #expect(try await pool.volumeNames().isEmpty)
        }
    }

    /// Under whatever name it lay in the pool, a machine could use it as its disk, and read what it stands on.
    @Test func anImageOnAnotherFileNeverGetsIntoThePool() async throws {
        try await withPool { host, pool in
            var image = [UInt8](repeating: 0, count: 200_000)
            image.replaceSubrange(0..<8, with: [0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 3])
            image[15] = 112  // where the name begins
            image[19] = 11  // its length
            image[23] = 16  // cluster bits
            image[29] = 16  // size
            image[103] = 112
            image.replaceSubrange(112..<123, with: Array("/etc/shadow".utf8))
            let upload = try await ResumableUpload.begin("t-evil.qcow2", size: UInt64(image.count), in: pool)
            for first in [200_000, 40_000] {
                let pieces = Pieces(pieces: [Array(image[..<first])])
                await #expect(throws: Failure.self) { _ = try await upload.append(at: 0, pieces, over: host) }
                #expect(await upload.offset == 0)
            }
            let name = try #require(try await pool.volumeNames().first)
            let path = try await host.volume(VolumeAddress(pool: pool.name, name: name)).summary().path
            let stored = try #require(FileManager.default.contents(atPath: path))
            #expect(stored.allSatisfy { $0 == 0 })
            try await upload.cancel(over: host)
        }
    }

    private func withPool(_ body: (RoostCore.Host, Pool) async throws -> Void) async throws {
        let host = try await RoostCore.Host.connect(to: .system)
        let name = "t-\(String(UInt32.random(in: 0 ... .max), radix: 16))-upload"
        let directory = "\(Lab.imageDirectory)/\(name)"
        let pool = try await host.createPool(PoolRequest(name: name, source: .directory(path: directory)))
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(host, pool))
        } catch {
            result = .failure(error)
        }
        try await Task {
            let deletion = try await pool.deletion(files: true)
            try await pool.delete(deletion)
            try FileManager.default.removeItem(atPath: directory)
        }.value
        try result.get()
    }
}
