import NIOCore
import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct TreeCopyTests {
    private func header(
        _ name: String, _ kind: Character = "0", size: Int = 0, mode: Int = 0o644, target: String = ""
    ) -> [UInt8] {
        var head = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at start: Int) {
            for (index, byte) in text.utf8.enumerated() { head[start + index] = byte }
        }
        func octal(_ value: Int, _ width: Int) -> String {
            let digits = String(value, radix: 8)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        put(name, at: 0)
        put(octal(mode, 7), at: 100)
        put(octal(size, 11), at: 124)
        put("        ", at: 148)
        put(String(kind), at: 156)
        put(target, at: 157)
        put("ustar  ", at: 257)
        put(octal(head.reduce(0) { $0 + Int($1) }, 6) + "\0 ", at: 148)
        return head
    }

    private func content(_ text: String) -> [UInt8] {
        Array(text.utf8) + [UInt8](repeating: 0, count: (512 - text.utf8.count % 512) % 512)
    }

    /// Feeds an archive in pieces and writes it.
    private func unpack(_ bytes: [UInt8], into top: String, piece: Int = 700) throws -> TreeWriter {
        var (reader, writer) = (TarReader(), TreeWriter(top: top))
        defer { writer.close() }
        var rest = bytes[...]
        while !rest.isEmpty {
            reader.append(ByteBuffer(bytes: rest.prefix(piece)))
            rest = rest.dropFirst(piece)
            while let part = try reader.next() {
                switch part {
                case .entry(let header): try writer.begin(header)
                case .content(let bytes): try writer.write(bytes)
                }
            }
        }
        guard reader.isComplete else { throw TarReader.Damaged() }
        try writer.finish()
        return writer
    }

    private let end = [UInt8](repeating: 0, count: 1024)

    private func inDirectory(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/roost-tree-\(UInt64.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: path + "/top", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    @Test(arguments: [1, 511, 512, 700, 100_000]) func aTreeIsWritten(piece: Int) throws {
        try inDirectory { path in
            let long = String(repeating: "n", count: 150)
            var archive = header("d/", "5", mode: 0o555) + header("d/a", size: 5, mode: 0o4755) + content("hello")
            archive += header("d/link", "2", target: "/etc/passwd") + header("d/null", "3")
            archive +=
                header("././@LongLink", "L", size: 151) + content(long + "\0") + header("cut", size: 1) + content("x")
            let done = try unpack(archive + end, into: path + "/top", piece: piece)
            #expect(done.files == 2)
            #expect(done.bytes == 6)
            #expect(done.left == 1)
            #expect(try String(contentsOfFile: path + "/top/d/a", encoding: .utf8) == "hello")
            #expect(try String(contentsOfFile: path + "/top/" + long, encoding: .utf8) == "x")
            let mode = try FileManager.default.attributesOfItem(atPath: path + "/top/d/a")[.posixPermissions] as? Int
            #expect(mode == 0o755)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path + "/top/d/link") == "/etc/passwd")
        }
    }

    @Test func nothingIsWrittenOutside() throws {
        let tries: [[UInt8]] = [
            header("../x", size: 1) + content("x"),
            header("/tmp/x", size: 1) + content("x"),
            header("a/../../x", size: 1) + content("x"),
            header("l", "2", target: "..") + header("l/x", size: 1) + content("x"),
            header("l", "2", target: "../x") + header("l", size: 1) + content("x"),
            header("no/such/x", size: 1) + content("x"),
            header("f", size: 1) + content("x") + header("f", size: 1) + content("y"),
        ]
        for archive in tries {
            try inDirectory { path in
                #expect(throws: TreeWriter.Hostile.self) { _ = try unpack(archive + end, into: path + "/top") }
                #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["top"])
            }
        }
    }

    @Test func aDamagedArchiveIsRefused() throws {
        let good = header("a", size: 5) + content("hello")
        var wrongSum = good
        wrongSum[0] ^= 1
        var huge = header("a", size: 5)
        huge.replaceSubrange(124..<136, with: [UInt8](repeating: 0xFF, count: 12))
        for archive in [wrongSum + end, huge + end, good, header("a", "1", target: "b") + end] {
            try inDirectory { path in
                #expect(throws: TarReader.Damaged.self) { _ = try unpack(archive, into: path + "/top") }
            }
        }
    }

    @Test func randomBytesNeverTrap() throws {
        var generator = SeededGenerator(seed: 16)
        for _ in 0..<300 {
            var archive = header("d/", "5") + header("d/a", size: 5) + content("hello") + end
            for _ in 0..<3 {
                archive[Int.random(in: 0..<archive.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            try inDirectory { path in
                // Either it is written or it is refused; where it goes is what counts.
                _ = try? unpack(archive, into: path + "/top")
                #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["top"])
            }
        }
    }
}
