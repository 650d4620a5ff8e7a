import Libvirt
import Testing

@Suite(RealHost.trait) struct VolumeTransferTests {
    @Test(arguments: [
        [], [TestFile.Part.random(1)], [.hole(5 << 20)], [.random(8 << 20)], [.random(8 << 20), .random(1)],
        [.hole(3 << 20), .random(300_000), .hole(12 << 20), .random(20 << 20), .hole(9 << 20)],
    ])
    func contentAndHolesSurviveBothWays(_ parts: [TestFile.Part]) async throws {
        try await RealHost.withPool { connection, pool, files in
            let (original, copy) = (files.path + "/original", files.path + "/copy")
            try TestFile.write(parts, to: original)
            let content = try TestFile.content(original)

            let volume = try await RealHost.volume(in: pool)
            let sent = try await volume.upload(from: try FileSource(path: original))
            #expect(sent.position == Int64(content.count))
            let path = try await volume.path()
            #expect(try TestFile.allocated(path) <= TestFile.allocated(original) + 65536)

            let received = try await volume.download(into: try FileSink(path: copy))
            #expect(received.position == Int64(content.count))
            #expect(try TestFile.content(copy) == content)
            #expect(try TestFile.allocated(copy) <= TestFile.allocated(original) + 65536)
            #expect(received.data <= sent.data + 65536 * Int64(parts.count))

            #expect(connection.statistics.calls["virStorageVolUpload"] == nil, "data belongs on the other connection")
        }
    }

    @Test func aPartIsRead() async throws {
        try await RealHost.withPool { _, pool, files in
            let (original, copy) = (files.path + "/original", files.path + "/copy")
            try TestFile.write([.random(20 << 20)], to: original)
            let volume = try await RealHost.volume(in: pool)
            try await volume.upload(from: try FileSource(path: original))
            let done = try await volume.download(
                into: try FileSink(path: copy), offset: 1_000_001, length: 17_000_003, sparse: false)
            #expect(done == TransferProgress(position: 17_000_003, data: 17_000_003))
            let expected = try TestFile.content(original)[1_000_001..<(1_000_001 + 17_000_003)]
            #expect(try TestFile.content(copy) == Array(expected))
            let beyond = try await volume.download(
                into: try FileSink(path: files.path + "/beyond"), offset: 30 << 20)
            #expect(beyond.position == 0)
        }
    }

    /// libvirt skips a hole and leaves in place what a file held there.
    @Test func oldContentDoesNotShowThroughHoles() async throws {
        try await RealHost.withPool { _, pool, files in
            let (first, second) = (files.path + "/first", files.path + "/second")
            try TestFile.write([.random(4 << 20)], to: first)
            try TestFile.write([.hole(1 << 20), .random(1 << 20), .hole(2 << 20)], to: second)
            let volume = try await RealHost.volume(in: pool)
            try await volume.upload(from: try FileSource(path: first))
            try await volume.upload(from: try FileSource(path: second))
            #expect(try await TestFile.content(volume.path()) == TestFile.content(second))
        }
    }

    @Test func aFailingSourceAbortsAndTheConnectionGoesOn() async throws {
        try await RealHost.withPool { connection, pool, files in
            let volume = try await RealHost.volume(in: pool)
            await #expect(throws: BrokenSource.Broken.self) {
                try await volume.upload(from: BrokenSource(after: 3 << 20))
            }
            try await pool.refresh()
            let path = files.path + "/good"
            try TestFile.write([.random(100_000)], to: path)
            try await volume.delete()
            let another = try await RealHost.volume(in: pool)
            try await another.upload(from: try FileSource(path: path))
            #expect(try await TestFile.content(another.path()) == TestFile.content(path))
        }
    }

    @Test func aFailingSinkAbortsAndTheConnectionGoesOn() async throws {
        try await RealHost.withPool { _, pool, files in
            let path = files.path + "/good"
            try TestFile.write([.random(30 << 20)], to: path)
            let volume = try await RealHost.volume(in: pool)
            try await volume.upload(from: try FileSource(path: path))
            await #expect(throws: BrokenSink.Broken.self) {
                try await volume.download(into: BrokenSink(after: 6 << 20))
            }
            let done = try await volume.download(into: try FileSink(path: files.path + "/copy"))
            #expect(done.position == 30 << 20)
        }
    }

    @Test func cancellationAbortsAnUploadWithoutEnd() async throws {
        try await RealHost.withPool { connection, pool, _ in
            let volume = try await RealHost.volume(in: pool)
            let (started, signal) = AsyncStream.makeStream(of: Void.self)
            let upload = Task {
                try await volume.upload(from: EndlessSource()) { done in
                    if done.data > 4 << 20 { signal.finish() }
                }
            }
            for await _ in started {}
            upload.cancel()
            let error = await #expect(throws: LibvirtError.self) { try await upload.value }
            #expect(error?.code == .cancelled)
            try await pool.refresh()
            let longWork = try await connection.longWork()
            #expect(try await longWork.storageVolume(key: volume.key).name == volume.name)
        }
    }

    @Test func theHostsFailureIsReported() async throws {
        try await RealHost.withPool { _, pool, _ in
            let volume = try await RealHost.volume(in: pool)
            let error = await #expect(throws: LibvirtError.self) {
                try await volume.upload(from: EndlessSource(), length: 1 << 20)
            }
            #expect(error != nil)
            try await volume.delete()
            let gone = await #expect(throws: LibvirtError.self) { try await volume.upload(from: EndlessSource()) }
            #expect(gone?.code == .noStorageVolume)
        }
    }

    @Test func aStreamIsUsedByHand() async throws {
        try await RealHost.withPool { connection, pool, _ in
            let stream = try await connection.stream()
            let unused = await #expect(throws: LibvirtError.self) { try await stream.send([1]) }
            #expect(unused != nil)
            try await stream.abort()
            try await stream.abort()
            let ended = await #expect(throws: LibvirtError.self) { try await stream.finish() }
            #expect(ended?.code == .invalidStream)
        }
    }

    @Test func volumesOfARealPool() async throws {
        try await RealHost.withPool { connection, pool, _ in
            let volume = try await RealHost.volume(in: pool, capacity: 1 << 20)
            let taken = await #expect(throws: LibvirtError.self) { try await RealHost.volume(in: pool) }
            #expect(taken?.code == .storageVolumeExists)
            try await volume.resize(to: 1 << 20, options: .delta)
            #expect(try await volume.info().capacity == 2 << 20)
            let smaller = await #expect(throws: LibvirtError.self) { try await volume.resize(to: 1 << 20) }
            #expect(smaller?.code == .invalidArgument)
            try await volume.resize(to: 1 << 20, options: .shrink)
            #expect(try await volume.physicalInfo().allocation == 1 << 20)
            try await volume.wipe()
            let directory = String(try await volume.path().dropLast("/disk".count))
            #expect(try await connection.storagePool(targetPath: directory).name == pool.name)
            #expect(try await connection.storagePoolCapabilities().contains("<storagepoolCapabilities>"))
        }
    }
}

/// Gives data for a while and then fails.
private struct BrokenSource: ByteSource {
    struct Broken: Error {}

    var left: Int

    init(after count: Int) {
        left = count
    }

    mutating func next(into buffer: inout MutableSpan<UInt8>) throws -> ByteRun {
        guard left > 0 else { throw Broken() }
        left -= buffer.count
        return .data(buffer.count)
    }
}

/// Gives data for ever.
private struct EndlessSource: ByteSource {
    mutating func next(into buffer: inout MutableSpan<UInt8>) throws -> ByteRun {
        .data(buffer.count)
    }
}

/// Takes data for a while and then fails.
private struct BrokenSink: ByteSink {
    struct Broken: Error {}

    var left: Int

    init(after count: Int) {
        left = count
    }

    mutating func write(_ bytes: Span<UInt8>) throws {
        left -= bytes.count
        if left < 0 { throw Broken() }
    }

    mutating func writeHole(_ length: Int64) throws {}

    mutating func finish() throws {
        Issue.record("a failed transfer is not finished")
    }
}
