import RoostCore
import SystemPackage
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Real programs of another processor: those of Debian's cross packages.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct EmulateTests {
    private static let system = "/usr/aarch64-linux-gnu"

    @Test(.labLimit) func aProgramOfAnotherProcessorRuns() async throws {
        let library = "\(Self.system)/lib/libc.so.6"
        // Debian's libc is a program too, which needs its loader.
        let found = try await Program.roost.run(["emulate", "--arch", "aarch64", "--", library])
        #expect(found.succeeded && found.output.hasPrefix("GNU C Library"), "\(found)")
        // The loader needs none, and gets its arguments as they are.
        let loader = try await Program.roost.run(
            ["emulate", "--", "\(Self.system)/lib/ld-linux-aarch64.so.1", "--argv0", "it's $(id)", "--verify", library])
        #expect(loader.succeeded, "\(loader)")

        let root = FileManager.default.temporaryDirectory.appending(path: "t-\(UInt32.random(in: .min ... .max))").path
        try FileManager.default.createDirectory(atPath: "\(root)/lib", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        let missing = try await Program.roost.run(["emulate", "--root", root, "--", library])
        #expect(missing.failed(.notFound) && missing.errors.contains("ld-linux-aarch64.so.1 is not in"), "\(missing)")
        for name in ["ld-linux-aarch64.so.1", "libc.so.6"] {
            try FileManager.default.copyItem(atPath: "\(Self.system)/lib/\(name)", toPath: "\(root)/lib/\(name)")
        }
        let rooted = try await Program.roost.run(["emulate", "--root", root, "--", "/lib/libc.so.6"])
        #expect(rooted.succeeded && rooted.output.hasPrefix("GNU C Library"), "\(rooted)")
    }

    @Test(.labLimit) func whatCannotRunSaysWhy() async throws {
        let own = try await Program.roost.run(["emulate", "--arch", "aarch64", "--", "/bin/true"])
        #expect(own.failed(.usage) && own.errors.contains("it is a program for"), "\(own)")
        let script = try await Program.roost.run(["emulate", "--", LabHosts.scriptPath.string])
        #expect(script.failed(.usage) && script.errors.contains("it is a script for /bin/bash"), "\(script)")
    }
}
