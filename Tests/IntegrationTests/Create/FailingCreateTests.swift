import Libvirt
import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Creations that fail: what is said, and that nothing is left of them.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct FailingCreateTests {
    private static let iso = "/usr/lib/grub-rescue/grub-rescue-cdrom.iso"

    /// The host takes `lo` for a bridge only when it starts the machine, so everything was made before.
    @Test(.labLimit)
    func aStartThatFails() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("start")
            let before = try await lab.inventory()
            let made = try await lab.roost(
                "create", name, "--cdrom", Self.iso, "--memory", "128", "--network", "bridge=lo", "--disk", "size=1",
                "--disk", "\(lab.directory)/new/\(name).qcow2,size=1", "--boot", "uefi")
            #expect(!made.succeeded && made.errors.contains("starting it"), "\(made)")
            #expect(try await lab.inventory() == before)
        }
    }

    @Test(.labLimit)
    func ctrlCWhileItStarts() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("interrupt")
            let before = try await lab.inventory()
            let events = try await lab.connection.domainEvents()
            let made = try await Program.roost.interrupted(
                ["create", name, "--cdrom", Self.iso, "--memory", "128", "--disk", "size=1"],
                environment: ["ROOST_HOST": Lab.uri]
            ) {
                for await case .event(let event) in events where event.domain.name == name {
                    if case .lifecycle(.defined, _) = event.change { break }
                }
            }
            #expect(made.failed(.interrupted) && made.errors.contains("nothing is left"), "\(made)")
            #expect(try await lab.inventory() == before)
        }
    }

    /// The second disk does not fit, and the first one goes again.
    @Test(.labLimit)
    func aDiskThatDoesNotFit() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("full")
            let small = lab.file("small")
            try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: false)
            lab.atEnd("the file system \(small)") { _ = try await Program.named("umount").run([small]) }
            let mounted = try await Program.named("mount").run(
                ["-t", "tmpfs", "-o", "size=64k,mode=0711", "tmpfs", small])
            try #require(mounted.succeeded, "\(mounted)")
            let before = try await lab.inventory()
            let made = try await lab.roost(
                "create", name, "--cdrom", Self.iso, "--memory", "128", "--disk", "size=1", "--disk",
                "\(small)/\(name).qcow2,size=1")
            #expect(made.failed(.resources) && made.errors.contains("No space left"), "\(made)")
            #expect(try await lab.inventory() == before)
        }
    }

    @Test(.labLimit)
    func aPortThatIsTaken() async throws {
        try await Lab.run { lab in
            func made(_ name: String) async throws -> RunResult {
                try await lab.roost(
                    "create", lab.newMachine(name), "--cdrom", Self.iso, "--memory", "128", "--disk", "none",
                    "--graphics", "vnc,port=5989")
            }
            #expect(try await made("first").succeeded)
            let second = try await made("second")
            #expect(second.failed(.exists) && second.errors.contains("port="), "\(second)")
        }
    }

    /// A disk that stood before is used as it is, and neither a success nor a failure changes or removes it.
    @Test(.labLimit)
    func aDiskThatStoodBefore() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("before")
            let disk = lab.file("\(name).img")
            let content = Data((0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 &* 7) })
            try content.write(to: URL(filePath: disk))
            let line = ["create", name, "--cdrom", Self.iso, "--memory", "128", "--disk", "\(disk),size=5"]
            let failed = try await lab.roost(line + ["--network", "bridge=lo"])
            #expect(!failed.succeeded && failed.errors.contains("used as it is"), "\(failed)")
            #expect(try Data(contentsOf: URL(filePath: disk)) == content)
            let made = try await lab.roost(line + ["--no-start"])
            #expect(made.succeeded, "\(made)")
            #expect(try Data(contentsOf: URL(filePath: disk)) == content)
            let second = try await lab.roost(
                "create", lab.newMachine("second"), "--import", "--memory", "128", "--disk", disk)
            #expect(second.failed(.exists) && second.errors.contains("disk of \(name)"), "\(second)")
        }
    }

    /// A file that libvirt's pool has not seen yet is not overwritten either.
    @Test(.labLimit)
    func aFileThatThePoolDoesNotKnow() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("unknown")
            let other = "\(Lab.imageDirectory)/\(name).qcow2"
            lab.atEnd("the file \(other)") { try? FileManager.default.removeItem(atPath: other) }
            try Data("somebody's".utf8).write(to: URL(filePath: other))
            let made = try await lab.roost(
                "create", name, "--cdrom", Self.iso, "--memory", "128", "--disk", "size=1", "--no-start")
            #expect(made.succeeded, "\(made)")
            #expect(try Data(contentsOf: URL(filePath: other)) == Data("somebody's".utf8))
        }
    }

    @Test(.labLimit)
    func twoOfOneNameAtOnce() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("twice")
            let line = ["create", name, "--cdrom", Self.iso, "--memory", "128", "--disk", "size=1"]
            async let first = lab.roost(line)
            async let second = lab.roost(line)
            let outcomes = try await [first, second]
            #expect(outcomes.filter(\.succeeded).count == 1, "\(outcomes)")
            #expect(outcomes.filter { $0.failed(.exists) }.count == 1, "\(outcomes)")
            let domain = try await lab.connection.domain(named: name)
            #expect(try await domain.isActive())
            let disks = try FileManager.default.contentsOfDirectory(atPath: Lab.imageDirectory)
            #expect(disks.filter { $0.hasPrefix(name) }.count == 1, "\(disks)")
        }
    }

    @Test(.labLimit)
    func aDirectoryThatQEMUMayNotPass() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("closed")
            let closed = "\(lab.directory)/closed"
            try FileManager.default.createDirectory(
                atPath: closed, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            let disk = "\(closed)/\(name).img"
            try Data(count: 1 << 20).write(to: URL(filePath: disk))
            let line = ["create", name, "--import", "--memory", "128", "--disk", disk]
            let made = try await lab.roost(line)
            #expect(made.failed(.permission) && made.errors.contains("may not pass the directory \(closed)"), "\(made)")
            #expect(made.errors.contains("setfacl"), "\(made)")
            try FileManager.default.setAttributes([.posixPermissions: 0o711], ofItemAtPath: closed)
            let opened = try await lab.roost(line)
            #expect(opened.succeeded, "\(opened)")
        }
    }

    /// Before anything is made, each with its own words.
    @Test(.labLimit)
    func refusals() async throws {
        try await Lab.run { lab in
            let taken = try await lab.bareMachine()
            let name = lab.newMachine("refused")
            let text = lab.file("\(name).txt")
            try Data("not a disc".utf8).write(to: URL(filePath: text))
            let cases: [([String], FailureKind, String)] = [
                ([taken, "--cdrom", Self.iso], .exists, "exists already"),
                ([name, "--cdrom", text], .usage, "not the image of a CD"),
                ([name, "--import", "--disk", text], .usage, "does not look like a disk image"),
                ([name, "--cdrom", "/nowhere/x.iso"], .notFound, "/nowhere/x.iso"),
                ([name, "--import", "--disk", "/nowhere/x.qcow2"], .notFound, "/nowhere/x.qcow2"),
                ([name, "--import", "--disk", "\(text),format=qcow2"], .usage, "format raw"),
                ([name, "--cdrom", Self.iso, "--network", "network=nowhere"], .notFound, "default"),
                ([name, "--cdrom", Self.iso, "--network", "bridge=nowhere0"], .notFound, "nowhere0"),
                ([name, "--cdrom", Self.iso, "--disk", "size=1,pool=nowhere"], .notFound, "default"),
                ([name, "--cdrom", Self.iso, "--disk", "/nowhere/below/x.qcow2,size=1"], .notFound, "/nowhere"),
                ([name, "--cdrom", Self.iso, "--disk", "size=900000,sparse=no"], .resources, "too little space"),
                ([name, "--cdrom", Self.iso, "--memory", "90000G"], .resources, "less memory"),
                ([name, "--cdrom", Self.iso, "--os-variant", "debain12"], .usage, "debian"),
                ([name, "--cdrom", Self.iso, "--disk", "sise=1"], .usage, "size"),
                ([name, "--boot", "kernel=/nowhere/linux"], .notFound, "/nowhere/linux"),
            ]
            let before = try await lab.inventory()
            for (words, kind, text) in cases {
                let made = try await lab.roost(["create"] + words)
                #expect(made.failed(kind) && made.errors.contains(text), "\(words): \(made)")
                #expect(made.errors.contains("hint:"), "\(words): \(made)")
            }
            #expect(try await lab.inventory() == before)
        }
    }
}
