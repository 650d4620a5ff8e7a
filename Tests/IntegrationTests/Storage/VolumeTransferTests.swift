import Glibc
import Libvirt
import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct VolumeTransferTests {
    private static let mebibyte = 1 << 20

    @Test(.labLimit)
    func contentAndHolesSurviveTheWayThereAndBack() async throws {
        try await Lab.run { lab in
            let (pool, directory) = try await lab.pool()
            let file = "\(directory)/source"
            let back = "\(directory)/back"
            try Self.writeSparse(file, size: 64 * Self.mebibyte)
            try await lab.succeeding("volume", "upload", file, "\(pool)/disk.raw")
            try await lab.succeeding("volume", "download", "\(pool)/disk.raw", back)
            for copy in ["\(directory)/pool/disk.raw", back] {
                #expect(FileManager.default.contentsEqual(atPath: file, andPath: copy), "\(copy)")
                #expect(try await Self.allocated(copy) < 8 * Self.mebibyte, "\(copy) lost its holes")
            }
            let again = try await lab.roost("volume", "upload", file, "\(pool)/disk.raw")
            #expect(again.failed(.exists), "\(again)")
        }
    }

    @Test(.labLimit, arguments: [SIGINT, SIGKILL])
    func anUploadThatIsCutOffLeavesNothingUnderTheFinalName(_ signal: Int32) async throws {
        try await Lab.run { lab in
            let (pool, directory) = try await lab.pool()
            let pipe = "\(directory)/source"
            // So large that the signal comes before the end.
            try Self.writeSparse(pipe, size: 4096 * Self.mebibyte, data: 512 * Self.mebibyte)
            try await Program.roost.cutOff(
                ["--host", Lab.uri, "volume", "upload", pipe, "\(pool)/disk.raw"], by: signal
            ) { try await Self.appears(in: "\(directory)/pool") }
            let left = try FileManager.default.contentsOfDirectory(atPath: "\(directory)/pool")
            #expect(!left.contains("disk.raw"))
            if signal == SIGINT { #expect(left.isEmpty, "\(left)") }
            if let partial = left.first {
                let listed = try await lab.succeeding("volume", "list", pool)
                #expect(listed.errors.contains("volume delete \(pool)/\(partial)"), "\(listed)")
                try await lab.succeeding("volume", "delete", "\(pool)/\(partial)", "--yes")
            }
        }
    }

    @Test(.labLimit)
    func aVolumeOfAMachineStays() async throws {
        try await Lab.run { lab in
            let (pool, directory) = try await lab.pool()
            try await lab.succeeding("volume", "create", "\(pool)/disk.raw", "--size", "8M", "--format", "raw")
            let name = "\(lab.prefix)user"
            lab.atEnd("the machine \(name)") { [connection = lab.connection] in
                try await Lab.remove(name, from: connection)
            }
            _ = try await lab.connection.defineDomain(
                xml: """
                    <domain type='qemu'>
                      <name>\(name)</name><memory unit='MiB'>64</memory>
                      <os><type arch='x86_64' machine='q35'>hvm</type></os>
                      <devices>
                        <disk type='file'><source file='\(directory)/pool/disk.raw'/><target dev='vda' bus='virtio'/></disk>
                      </devices>
                    </domain>
                    """)
            let refused = try await lab.roost("volume", "delete", "\(pool)/disk.raw", "--yes")
            #expect(refused.failed(.state) && refused.errors.contains("\(name) (disk vda)"), "\(refused)")
            #expect(FileManager.default.fileExists(atPath: "\(directory)/pool/disk.raw"))
        }
    }

    @Test(.labLimit)
    func aFullPoolIsLeftAsItWas() async throws {
        try await Lab.run { lab in
            let (_, directory) = try await lab.pool()
            let small = "\(directory)/small"
            try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: false)
            lab.atEnd("the mount \(small)") { _ = try await Program.named("umount").run([small]) }
            let mounted = try await Program.named("mount").run(["-t", "tmpfs", "-o", "size=4m", "none", small])
            guard mounted.succeeded else { throw LabError(what: "mount: \(mounted)") }
            let pool = try await lab.pool("small", at: small)
            let file = "\(directory)/source"
            try Self.writeSparse(file, size: 8 * Self.mebibyte, data: 8 * Self.mebibyte)
            let full = try await lab.roost("volume", "upload", file, "\(pool)/disk.raw")
            #expect(full.failed(.resources), "\(full)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: small).isEmpty)
        }
    }

    /// Data at the start and a hole behind it.
    private static func writeSparse(_ path: String, size: Int, data: Int = 2 << 20) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else {
            throw LabError(what: "cannot make \(path)")
        }
        let block = Data((0..<mebibyte).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
        let descriptor = unsafe open(path, O_WRONLY)
        defer { close(descriptor) }
        for offset in stride(from: 0, to: data, by: mebibyte) {
            let written = unsafe block.withUnsafeBytes {
                unsafe pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset))
            }
            guard written == block.count else { throw LabError(what: "cannot write \(path)") }
        }
        guard ftruncate(descriptor, off_t(size)) == 0 else { throw LabError(what: "cannot extend \(path)") }
    }

    /// In bytes. By a program: NIO's C module has a `stat` of its own, which the compiler takes for the system's.
    private static func allocated(_ path: String) async throws -> Int {
        let result = try await Program.named("stat").run(["--format", "%b", path])
        guard let blocks = Int(result.output.filter { !$0.isWhitespace }) else {
            throw LabError(what: "cannot look at \(path): \(result.errors)")
        }
        return blocks * 512
    }

    private static func appears(in directory: String) async throws {
        while try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty {
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
