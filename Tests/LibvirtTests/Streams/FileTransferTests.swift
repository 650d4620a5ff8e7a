import Glibc
import Libvirt
import Testing

/// Files with holes, read and written without any host.
@Suite struct FileTransferTests {
    /// One run of a file: data or a hole, in bytes.
    private struct Run: Hashable {
        let isHole: Bool
        let length: Int64
    }

    /// Sizes around those of a page and of the buffer; a file system's holes are whole blocks.
    private static let layouts: [[Run]] = {
        var generator = SystemRandomNumberGenerator()
        var layouts: [[Run]] = [
            [], [Run(isHole: true, length: 1 << 20)], [Run(isHole: false, length: 1)],
            [Run(isHole: true, length: 1 << 33), Run(isHole: false, length: 5)],
        ]
        for _ in 0..<40 {
            var runs: [Run] = []
            var isHole = Bool.random(using: &generator)
            for _ in 0..<Int.random(in: 1...7, using: &generator) {
                runs.append(Run(isHole: isHole, length: 65536 * Int64.random(in: 1...9, using: &generator)))
                isHole.toggle()
            }
            // The last run needs no whole blocks.
            if let last = runs.popLast() {
                runs.append(
                    Run(isHole: last.isHole, length: last.length - Int64.random(in: 0...65535, using: &generator)))
            }
            layouts.append(runs)
        }
        return layouts
    }()

    @Test(arguments: layouts.indices)
    func holesAreFoundAndKept(_ index: Int) throws {
        let directory = try TemporaryDirectory()
        let source = directory.path + "/source"
        try write(Self.layouts[index], to: source)

        let reader = try FileSource(path: source)
        let copy = directory.path + "/copy"
        let writer = try FileSink(path: copy)
        let runs = try move(reader, to: writer)
        #expect(runs == Self.layouts[index])
        #expect(reader.size == Self.layouts[index].reduce(0) { $0 + $1.length })

        #expect(try status(copy).size == status(source).size)
        #expect(try status(copy).blocks == status(source).blocks)
        #expect(try content(copy) == content(source))
    }

    @Test func aPipeIsReadAndWritten() throws {
        var ends: [Int32] = [0, 0]
        try #require(unsafe pipe(&ends) == 0)
        let writer = try FileSink(adopting: ends[1], name: "pipe")
        try writer.write([1, 2, 3].span)
        try writer.writeHole(2)
        try writer.finish()
        let reader = try FileSource(adopting: ends[0], name: "pipe")
        #expect(reader.size == nil)
        var buffer = [UInt8](repeating: 9, count: 16)
        var bytes: [UInt8] = []
        loop: while true {
            var span = buffer.mutableSpan
            switch try reader.next(into: &span) {
            case .data(let count): bytes += buffer.prefix(count)
            case .hole: Issue.record("a pipe has no holes")
            case .end: break loop
            }
        }
        #expect(bytes == [1, 2, 3, 0, 0])
    }

    @Test func failuresNameTheFile() throws {
        let directory = try TemporaryDirectory()
        let missing = #expect(throws: FileError.self) { try FileSource(path: directory.path + "/none") }
        #expect(missing?.number == ENOENT)
        #expect(missing?.description == "cannot open \(directory.path)/none: No such file or directory")
        let cut = #expect(throws: FileError.self) { try FileSource(path: directory.path + "/a\0b") }
        #expect(cut?.number == EINVAL)
        try write([Run(isHole: false, length: 3)], to: directory.path + "/there")
        let taken = #expect(throws: FileError.self) { try FileSink(path: directory.path + "/there") }
        #expect(taken?.number == EEXIST)
        let replaced = try FileSink(path: directory.path + "/there", replacing: true)
        try replaced.finish()
        #expect(try status(directory.path + "/there").size == 0)
        let reading = try FileSource(path: directory.path)
        var buffer = [UInt8](repeating: 0, count: 16)
        let unreadable = #expect(throws: FileError.self) {
            var span = buffer.mutableSpan
            _ = try reading.next(into: &span)
        }
        #expect(unreadable?.number == EISDIR)
    }

    /// Moves everything, and tells of runs that follow one another as one.
    private func move(_ source: FileSource, to sink: FileSink) throws -> [Run] {
        var runs: [Run] = []
        var buffer = [UInt8](repeating: 0, count: 100_000)
        while true {
            var span = buffer.mutableSpan
            switch try source.next(into: &span) {
            case .data(let count):
                try sink.write(buffer.span.extracting(first: count))
                if let last = runs.last, !last.isHole {
                    runs[runs.count - 1] = Run(isHole: false, length: last.length + Int64(count))
                } else {
                    runs.append(Run(isHole: false, length: Int64(count)))
                }
            case .hole(let length):
                try sink.writeHole(length)
                runs.append(Run(isHole: true, length: length))
            case .end:
                try sink.finish()
                return runs
            }
        }
    }

    private func write(_ runs: [Run], to path: String) throws {
        let sink = try FileSink(path: path)
        for run in runs {
            if run.isHole {
                try sink.writeHole(run.length)
            } else {
                try sink.write([UInt8](repeating: UInt8.random(in: 1...255), count: Int(run.length)).span)
            }
        }
        try sink.finish()
    }

    /// The data of a file with the place of each piece; a large hole takes no memory.
    private func content(_ path: String) throws -> [Int64: [UInt8]] {
        let source = try FileSource(path: path)
        var pieces: [Int64: [UInt8]] = [:]
        var position: Int64 = 0
        var buffer = [UInt8](repeating: 0, count: 100_000)
        while true {
            var span = buffer.mutableSpan
            switch try source.next(into: &span) {
            case .data(let count):
                pieces[position] = Array(buffer.prefix(count))
                position += Int64(count)
            case .hole(let length): position += length
            case .end: return pieces
            }
        }
    }

    private func status(_ path: String) throws -> (size: Int64, blocks: Int64) {
        var status = stat()
        try #require(unsafe stat(path, &status) == 0)
        return (Int64(status.st_size), Int64(status.st_blocks))
    }
}
