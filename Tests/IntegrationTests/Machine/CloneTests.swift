import Libvirt
import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct CloneTests {
    /// The source of an overlay becomes a template, and its clone is a guest of its own.
    @Test(.labLimit)
    func anOverlayBootsAndItsTemplateStays() async throws {
        try await Lab.run(.guests) { lab in
            let source = try await lab.guest("source")
            let clone = lab.newMachine("clone")
            let asked = try await lab.roost("clone", source, clone, "--copy", "overlay")
            #expect(asked.failed(.usage) && asked.errors.contains("--yes"), "\(asked)")
            let shown = try await lab.succeeding("clone", source, clone, "--copy", "overlay", "--dry-run")
            #expect(shown.output.contains("an overlay of \(Lab.imageDirectory)/\(source).qcow2"), "\(shown)")
            #expect(shown.output.contains("becomes one"), "\(shown)")
            #expect(try await !lab.isDefined(clone))
            #expect(!Lab.exists("\(Lab.imageDirectory)/\(clone).qcow2"))
            try await lab.succeeding("clone", source, clone, "--copy", "overlay", "--yes", "--start")
            let refused = try await lab.roost("start", source)
            #expect(refused.failed(.state) && refused.errors.contains("is a template"), "\(refused)")
            let used = try await lab.roost("template", source, "--off")
            #expect(used.failed(.state) && used.errors.contains(clone), "\(used)")
            try await lab.succeeding("wait", clone, "--for", "agent", "--timeout", "300")

            let before = try await lab.connection.domain(named: source).xml()
            let text = try await lab.connection.domain(named: clone).xml()
            #expect(before.contains("<readonly/>") && !text.contains("<readonly/>"))
            #expect(Self.macs(before).isDisjoint(with: Self.macs(text)))
            let deleted = try await lab.succeeding("delete", clone, "--force", "--yes")
            #expect(!Lab.exists("\(Lab.imageDirectory)/\(clone).qcow2"), "\(deleted)")
            #expect(Lab.exists("\(Lab.imageDirectory)/\(source).qcow2"))
            try await lab.succeeding("template", source, "--off")
            try await lab.succeeding("start", source)
            try await lab.succeeding("destroy", source)
            try await lab.succeeding("template", source)
            try await lab.succeeding("delete", source, "--yes")
            #expect(!Lab.exists("\(Lab.imageDirectory)/\(source).qcow2"))
        }
    }

    private static func macs(_ xml: String) -> Set<String> {
        Set(xml.split(separator: "\n").filter { $0.contains("<mac address") }.map(String.init))
    }

    /// The disk's content and the firmware's variables are copied, outside of every pool too, and no pool is left over.
    @Test(.labLimit)
    func aCopyHasTheContentAndTheVariables() async throws {
        try await Lab.run { lab in
            let clone = lab.newMachine("copy")
            let disk = lab.file("\(lab.prefix)whole.img")
            try Data(repeating: 0x5A, count: 3 << 20).write(to: URL(filePath: disk))
            let source = try await lab.machine(
                "whole", disks: [Lab.disk(disk, format: "raw")], firmware: " firmware='efi'")
            try await lab.succeeding("start", source)
            try await lab.succeeding("destroy", source)
            let before = try await lab.inventory()
            let cloned = try await lab.succeeding("clone", source, clone, "--format", "json")
            #expect(cloned.output.contains("\"way\""), "\(cloned)")
            let copy = lab.file("\(clone).img")
            #expect(FileManager.default.contents(atPath: copy) == FileManager.default.contents(atPath: disk))
            let variables = "/var/lib/libvirt/qemu/nvram/\(clone)_VARS.fd"
            #expect(Lab.exists(variables))
            #expect(try await lab.inventory().pools == before.pools)
            try await lab.succeeding("start", clone)
            try await lab.succeeding("destroy", clone)
            try await lab.succeeding("delete", clone, "--yes")
            #expect(!Lab.exists(copy) && !Lab.exists(variables))
            #expect(Lab.exists(disk))
        }
    }

    /// Killed, a process leaves the pool that it opened for a moment. The next one in that directory closes it, and not one
    /// of a process that lives.
    @Test(.labLimit)
    func aPoolThatAKilledProcessLeftIsClosed() async throws {
        try await Lab.run { lab in
            let clones = [lab.newMachine("one"), lab.newMachine("two")]
            let disk = lab.file("\(lab.prefix)disk.img")
            try Data(repeating: 0x5A, count: 1 << 20).write(to: URL(filePath: disk))
            let source = try await lab.machine("source", disks: [Lab.disk(disk, format: "raw")])
            let living = try #require(PoolOwner.current).poolName
            var words = living.split(separator: "-").map(String.init)
            words[4] = "1"
            for (pool, clone) in zip([words.joined(separator: "-"), living], clones) {
                lab.atEnd("the pool \(pool)") { [connection = lab.connection] in
                    // The one of the killed process is gone already.
                    try? await connection.storagePool(named: pool).destroy()
                }
                _ = try await lab.connection.createStoragePool(
                    xml: "<pool type='dir'><name>\(pool)</name><target><path>\(lab.directory)</path></target></pool>")
                try await lab.succeeding("clone", source, clone, "--copy", "full")
                #expect(try await lab.connection.storagePools().contains { $0.name == pool } == (pool == living))
            }
        }
    }

    /// libvirt goes on with a copy that has begun; when it is through, it is taken away again.
    @Test(.labLimit)
    func ctrlCTakesBackWhatWasMade() async throws {
        try await Lab.run { lab in
            let clone = lab.newMachine("stopped")
            let name = lab.newMachine("large")
            let disk = "\(Lab.imageDirectory)/\(name).img"
            let made = try await Program.named("qemu-img").run(["create", "-q", "-f", "raw", disk, "2G"])
            #expect(made.succeeded, "\(made)")
            let source = try await lab.machine("large", disks: [Lab.disk(disk, format: "raw")])
            let before = try await lab.inventory()
            let stopped = try await Program.roost.interrupted(
                ["clone", source, clone, "--copy", "full"], environment: ["ROOST_HOST": Lab.uri]
            ) {
                try await lab.eventually("the copy has begun") { Lab.exists("\(Lab.imageDirectory)/\(clone).img") }
            }
            #expect(stopped.failed(.interrupted), "\(stopped)")
            #expect(try await lab.inventory() == before)
        }
    }

    @Test(.labLimit)
    func refusals() async throws {
        try await Lab.run { lab in
            let disk = try await lab.disk("one")
            let source = try await lab.machine("one", disks: [Lab.disk(disk)])
            let other = try await lab.bareMachine("other")
            let taken = try await lab.roost("clone", source, other)
            #expect(taken.failed(.exists), "\(taken)")
            let impossible = try await lab.roost("clone", source, lab.prefix + "new", "--copy", "reflink")
            #expect(impossible.failed(.unsupported), "\(impossible)")
            try await lab.succeeding("start", other)
            let running = try await lab.roost("clone", other, lab.prefix + "new")
            #expect(running.failed(.state) && running.errors.contains("roost shutdown"), "\(running)")
            let gone = try await lab.machine("gone", disks: [Lab.disk("\(Lab.imageDirectory)/\(lab.prefix)gone.qcow2")])
            let missing = try await lab.roost("clone", gone, lab.prefix + "new")
            #expect(missing.failed(.notFound), "\(missing)")
        }
    }
}
