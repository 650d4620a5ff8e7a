import FoundationEssentials
import Testing

@testable import RoostCore

@Suite struct DaemonSocketsTests {
    /// A directory with the named empty files, removed at the end.
    private func withFiles<Result>(_ names: [String], _ body: (String) throws -> Result) throws -> Result {
        let directory = FileManager.default.temporaryDirectory.appending(path: "roost-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        for name in names { #expect(FileManager.default.createFile(atPath: "\(directory)/\(name)", contents: nil)) }
        return try body(directory)
    }

    @Test func theModularDaemonIsAskedForOnlyWhereItAloneRuns() throws {
        for (files, expected) in [
            (["libvirt-sock"], "qemu:///system"),
            (["libvirt-sock", "virtqemud-sock"], "qemu:///system"),
            (["virtqemud-sock"], "qemu:///system?mode=direct"),
            ([], "qemu:///system"),
        ] {
            let reached = try withFiles(files) { DaemonSockets(directory: $0).reach(.system) }
            #expect(reached == expected)
        }
        #expect(DaemonSockets(directory: "/nowhere").reach(.session) == "qemu:///session")
    }

    @Test func aMissingDaemonIsToldApartFromAStoppedOne() throws {
        let failed = Failure(.unreachable, "Cannot connect to qemu:///system", why: "no such file")
        try withFiles([]) { empty in
            let missing = DaemonSockets(directory: empty, programDirectories: [empty]).explain(failed, uri: .system)
            #expect(missing.why == "libvirt's daemon is not installed here")
            #expect(missing.remedy?.contains("apt-get install libvirt-daemon-system") == true)
        }
        try withFiles(["virtqemud"]) { programs in
            let stopped = DaemonSockets(directory: "/nowhere", programDirectories: [programs]).explain(
                failed, uri: .system)
            #expect(stopped.why == "no libvirt daemon runs here")
            #expect(stopped.remedy?.contains("virtqemud") == true)
        }
    }

    @Test func aRestartIsForASocketThatNobodyAnswers() throws {
        try withFiles(["libvirt-sock", "libvirtd"]) { directory in
            let sockets = DaemonSockets(directory: directory, programDirectories: [directory])
            let dead = Failure(.unreachable, "Cannot connect", why: "Failed to connect socket: Connection refused")
            #expect(sockets.explain(dead, uri: .system).remedy?.contains("libvirtd") == true)
            let refused = Failure(.permission, "Cannot connect", why: "no", remedy: "Join")
            #expect(sockets.explain(refused, uri: .system) == refused)
            let other = Failure(.unreachable, "Cannot connect", why: "unexpected")
            #expect(sockets.explain(other, uri: .system) == other)
        }
    }
}
