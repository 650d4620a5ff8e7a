import Testing

@testable import RoostCore

/// Programs by their first bytes, and what they need.
struct EmulationTests {
    /// The head of a program.
    private func elf(_ machine: UInt8, wide: Bool = true, big: Bool = false, loader: String? = nil) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 64)
        func set(_ offset: Int, _ value: Int, _ size: Int) {
            for index in 0..<size {
                bytes[offset + (big ? size - 1 - index : index)] = UInt8(truncatingIfNeeded: value >> (8 * index))
            }
        }
        bytes.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, wide ? 2 : 1, big ? 2 : 1])
        set(18, Int(machine), 2)
        set(wide ? 32 : 28, 64, wide ? 8 : 4)
        set(wide ? 54 : 42, wide ? 56 : 32, 2)
        set(wide ? 56 : 44, loader == nil ? 0 : 1, 2)
        guard let loader else { return bytes }
        bytes += [UInt8](repeating: 0, count: 56)
        set(64, 3, 4)
        set(64 + (wide ? 8 : 4), bytes.count, wide ? 8 : 4)
        set(64 + (wide ? 32 : 16), loader.utf8.count + 1, wide ? 8 : 4)
        return bytes + Array(loader.utf8) + [0]
    }

    private func program(_ bytes: [UInt8]) throws(ProgramFile.Problem) -> ProgramFile {
        try ProgramFile { offset, count throws(ProgramFile.Problem) in
            Array(bytes.dropFirst(Int(clamping: offset)).prefix(count))
        }
    }

    @Test func theHeadTellsMachineAndLoader() throws {
        #expect(try program(elf(183)).architecture == "aarch64")
        #expect(try program(elf(183, loader: "/lib/ld.so")).loader == "/lib/ld.so")
        #expect(try program(elf(40, wide: false, loader: "/lib/ld.so")).loader == "/lib/ld.so")
        #expect(try program(elf(22, big: true, loader: "/lib/ld64.so.1")).architecture == "s390x")
        #expect(try program(elf(21, big: false)).architecture == "ppc64le")
        #expect(try program(elf(8, wide: false)).architecture == "mipsel")
        let own = try ProgramFile(path: "/bin/sh")
        #expect(own.loader?.contains("ld") == true && own.libraries.contains { $0.hasPrefix("libc.so") })
        #expect(throws: ProgramFile.Problem.unreadable) { try ProgramFile(path: "/proc") }
    }

    @Test func whatIsNoProgramIsRefused() {
        #expect(throws: ProgramFile.Problem.notELF) { try program([]) }
        #expect(throws: ProgramFile.Problem.notELF) {
            try program(Array("MZ".utf8) + [UInt8](repeating: 0, count: 100))
        }
        #expect(throws: ProgramFile.Problem.script(interpreter: "/bin/sh")) {
            try program(Array("#!/bin/sh -e\nx".utf8))
        }
        #expect(throws: ProgramFile.Problem.unknownMachine(200)) { try program(elf(200)) }
        for length in 6..<120 {
            // However it is cut, it is read or refused, and never trapped.
            _ = try? program(Array(elf(183, loader: "/lib/ld.so").prefix(length)))
        }
        for index in 16..<112 {
            var bytes = elf(183, loader: "/lib/ld.so")
            bytes[index] = 0xFF
            _ = try? program(bytes)
        }
    }

    private func emulation(
        _ command: [String], arch: String? = nil, root: String? = nil, files: Set<String>, loader: String? = nil,
        machine: String = "aarch64", libraries: [String] = []
    ) throws -> Emulation {
        var file = try ProgramFile(path: "/bin/sh")
        file.architecture = machine
        file.loader = loader
        file.libraries = libraries
        let found = file
        return try Emulation(
            architecture: arch, root: root, command: command,
            in: Emulation.Surroundings(
                environment: { $0 == "PATH" ? "/usr/bin" : nil }, exists: { files.contains($0) },
                isExecutable: { files.contains($0) }, read: { _ throws(ProgramFile.Problem) in found },
                hasHandler: { _ in true }))
    }

    @Test func theEmulatorGetsAnArgumentVector() throws {
        let one = try emulation(["./p", "-x", "a b"], arch: "arm64", files: ["./p", "/usr/bin/qemu-aarch64-static"])
        #expect(one.emulator == "/usr/bin/qemu-aarch64-static" && one.arguments == ["./p", "-x", "a b"])
        let rooted = try emulation(
            ["/bin/ls"], root: "/srv/a/",
            files: ["/srv/a/", "/srv/a/bin/ls", "/srv/a/lib/ld.so", "/usr/bin/qemu-aarch64"],
            loader: "/lib/ld.so")
        #expect(rooted.arguments == ["-L", "/srv/a/", "/srv/a/bin/ls"])
        let cross = try emulation(
            ["./p"], files: ["./p", "/usr/aarch64-linux-gnu/lib/ld.so", "/usr/bin/qemu-aarch64"], loader: "/lib/ld.so")
        #expect(cross.arguments == ["-L", "/usr/aarch64-linux-gnu", "./p"])
    }

    @Test func whatIsMissingIsNamedWithItsPackage() async throws {
        let emulator = await expectFailure(.unsupported) { _ = try emulation(["./p"], files: ["./p"]) }
        #expect(emulator?.remedy?.contains("qemu-user-static") == true)
        let loader = await expectFailure(.notFound) {
            _ = try emulation(["./p"], files: ["./p", "/usr/bin/qemu-aarch64"], loader: "/lib/ld.so")
        }
        #expect(loader?.remedy?.contains("libc6-arm64-cross") == true)
        await expectFailure(.notFound) {
            _ = try emulation(["./p"], root: "/r", files: ["./p", "/r"], loader: "/lib/ld.so")
        }
        let library = await expectFailure(.notFound) {
            _ = try emulation(
                ["./p"], root: "/r", files: ["./p", "/r", "/r/lib/ld.so", "/r/usr/lib/liba.so"], loader: "/lib/ld.so",
                libraries: ["liba.so", "libb.so"])
        }
        #expect(library?.why == "it needs libb.so, not to be found in /r")
        let other = await expectFailure(.usage) { _ = try emulation(["./p"], arch: "riscv64", files: ["./p"]) }
        #expect(other?.why == "it is a program for aarch64, not for riscv64")
        await expectFailure(.usage) { _ = try emulation(["./p"], arch: "aarch46", files: ["./p"]) }
        await expectFailure(.usage) { _ = try emulation([], files: []) }
    }
}
