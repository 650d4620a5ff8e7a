import Glibc
import Libvirt
import Testing

/// Files of test data.
enum TestFile {
    /// A run of a file.
    enum Part {
        case random(Int)
        case hole(Int64)
    }

    static func write(_ parts: [Part], to path: String) throws {
        let sink = try FileSink(path: path)
        for part in parts {
            switch part {
            case .random(let count): try sink.write(random(count).span)
            case .hole(let length): try sink.writeHole(length)
            }
        }
        try sink.finish()
    }

    /// A random block of 64 KiB again and again, each with its number at its beginning; no byte is zero.
    static func random(_ count: Int) -> [UInt8] {
        let block = (0..<65536).map { _ in UInt8.random(in: 1 ... .max) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + block.count)
        while bytes.count < count {
            let number = bytes.count / block.count
            bytes.append(contentsOf: [UInt8(number & 127) + 1, UInt8(number >> 7 & 127) + 1])
            bytes.append(contentsOf: block.dropFirst(2))
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    static func content(_ path: String) throws -> [UInt8] {
        let source = try FileSource(path: path)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            var span = buffer.mutableSpan
            switch try source.next(into: &span) {
            case .data(let count): bytes += buffer.prefix(count)
            case .hole(let length): bytes += [UInt8](repeating: 0, count: Int(length))
            case .end: return bytes
            }
        }
    }

    /// Room that the file takes, in bytes.
    static func allocated(_ path: String) throws -> Int64 {
        var status = stat()
        try #require(unsafe stat(path, &status) == 0)
        return Int64(status.st_blocks) * 512
    }
}
