import Libvirt
import Testing

@testable import RoostCore

@Suite struct MachineDeletionTests {
    /// A world with a running pool, whose volumes exist in libvirt's mind alone.
    private static func world() async throws -> (TestWorld, StoragePool) {
        let world = try await TestWorld()
        let pool = try await world.host.connection.createStoragePool(
            xml: "<pool type='dir'><name>p</name><target><path>/t-images</path></target></pool>")
        return (world, pool)
    }

    private static func volume(_ name: String, in pool: StoragePool, on backing: String? = nil) async throws -> String {
        let below = backing.map { "<backingStore><path>\($0)</path><format type='qcow2'/></backingStore>" } ?? ""
        let volume = try await pool.createVolume(
            xml: "<volume><name>\(name)</name><capacity unit='KiB'>64</capacity>\(below)</volume>")
        return try await volume.path()
    }

    private static func disk(_ path: String, _ target: String = "vda", device: String = "disk", rest: String = "")
        -> String
    {
        "<disk type='file' device='\(device)'><source file='\(path)'/><target dev='\(target)'/>\(rest)</disk>"
    }

    private static func plan(
        _ name: String, _ world: TestWorld, keepDisks: Bool = false, force: Bool = false
    ) async throws -> MachineDeletion {
        let (plans, failures) = try await world.host.planDeletion(of: [name], keepDisks: keepDisks, force: force)
        if let failure = failures.first { throw failure }
        return try #require(plans.first)
    }

    private static func names(_ pool: StoragePool) async throws -> Set<String> {
        Set(try await pool.volumes().map(\.name))
    }

    @Test func itsOwnVolumeGoesAfterItsDefinition() async throws {
        let (world, pool) = try await Self.world()
        let path = try await Self.volume("a", in: pool)
        try await world.define("web1", devices: Self.disk(path))
        let plan = try await Self.plan("web1", world)
        #expect(plan.going.map(\.path) == [path])
        #expect(plan.going.map(\.what) == ["disk vda"])
        let failures = try await world.host.delete([plan]) { deleted, files in
            #expect(deleted.machine == "web1")
            #expect(files == [path])
        }
        #expect(failures.isEmpty)
        #expect(try await Self.names(pool).isEmpty)
        #expect(try await world.host.machines().isEmpty)
    }

    @Test func everythingThatMayBeNeededStays() async throws {
        let (world, pool) = try await Self.world()
        let shared = try await Self.volume("shared", in: pool)
        let base = try await Self.volume("base", in: pool)
        _ = try await Self.volume("overlay", in: pool, on: base)
        let medium = try await Self.volume("medium", in: pool)
        let marked = try await Self.volume("marked", in: pool)
        let locked = try await Self.volume("locked", in: pool)
        try await world.define(
            "web1",
            devices: Self.disk(shared) + Self.disk(base, "vdb") + Self.disk(medium, "hdc", device: "cdrom")
                + Self.disk(marked, "vdc", rest: "<shareable/>") + Self.disk(locked, "vdd", rest: "<readonly/>")
                + Self.disk("/dev/x", "vde") + Self.disk("/elsewhere/x.img", "vdf"))
        try await world.define("web2", devices: Self.disk(shared, "vdz"))
        let before = try await Self.names(pool)
        let plan = try await Self.plan("web1", world)
        #expect(plan.going.isEmpty)
        let reasons = Dictionary(plan.kept.map { ($0.what, $0.whyKept ?? "") }) { first, _ in first }
        #expect(reasons["disk vda"] == "it is used by web2 (disk vdz)")
        #expect(reasons["disk vdb"]?.contains("stands on it") == true)
        #expect(reasons["cdrom hdc"] == "it is a medium in a drive")
        #expect(reasons["disk vdc"] == "it is marked as shared with others")
        #expect(reasons["disk vdd"] == "it is read-only to the machine")
        #expect(reasons["disk vde"]?.contains("no running pool") == true)
        #expect(plan.gone.map(\.what) == ["disk vdf"])
        let failures = try await world.host.delete([plan]) { _, files in #expect(files.isEmpty) }
        #expect(failures.isEmpty)
        #expect(try await Self.names(pool) == before)
    }

    @Test func whatADiskStandsOnStays() async throws {
        let (world, pool) = try await Self.world()
        let base = try await Self.volume("base", in: pool)
        let middle = try await Self.volume("middle", in: pool, on: base)
        let top = try await Self.volume("top", in: pool, on: middle)
        try await world.define("web1", devices: Self.disk(top))
        let plan = try await Self.plan("web1", world)
        #expect(plan.going.map(\.path) == [top])
        #expect(plan.kept.map(\.path) == [middle, base])
    }

    @Test func disksAreKeptWhenAsked() async throws {
        let (world, pool) = try await Self.world()
        let path = try await Self.volume("a", in: pool)
        try await world.define("web1", devices: Self.disk(path))
        let plan = try await Self.plan("web1", world, keepDisks: true)
        #expect(plan.going.isEmpty)
        _ = try await world.host.delete([plan], keepDisks: true) { _, _ in }
        #expect(try await Self.names(pool) == ["a"])
        #expect(try await world.host.machines().isEmpty)
    }

    @Test func aRunningMachineIsDeletedByForceOnly() async throws {
        let (world, _) = try await Self.world()
        let machine = try await world.define("web1")
        try await machine.start()
        await expectFailure(.state) { _ = try await Self.plan("web1", world) }
        let plan = try await Self.plan("web1", world, force: true)
        #expect(plan.isActive)
        #expect(try await world.host.delete([plan]) { _, _ in }.isEmpty)
        #expect(try await world.host.machines().isEmpty)
    }

    @Test func whatHasChangedSinceItWasShownIsLeftAlone() async throws {
        let (world, pool) = try await Self.world()
        let path = try await Self.volume("a", in: pool)
        let machine = try await world.define("web1", devices: Self.disk(path))
        let plan = try await Self.plan("web1", world)
        try await world.define("web2", devices: Self.disk(path))
        #expect(try await world.host.delete([plan]) { _, _ in Issue.record("deleted") }.map(\.kind) == [.state])
        try await world.host.connection.domain(named: "web2").undefine()
        try await machine.start()
        #expect(try await world.host.delete([plan]) { _, _ in Issue.record("deleted") }.map(\.kind) == [.state])
        #expect(try await Self.names(pool) == ["a"])
        #expect(try await world.host.machines().map(\.name) == ["web1"])
    }

    @Test func aFailureDoesNotStopTheOtherMachines() async throws {
        let (world, _) = try await Self.world()
        try await world.define("web1")
        try await world.define("web2")
        let (plans, failures) = try await world.host.planDeletion(of: ["web*", "gone"])
        #expect(plans.map(\.machine) == ["web1", "web2"])
        #expect(failures.map(\.kind) == [.notFound])
        try await world.host.connection.domain(named: "web1").undefine()
        let left = try await world.host.delete(plans) { plan, _ in #expect(plan.machine == "web2") }
        #expect(left.map(\.kind) == [.notFound])
        #expect(try await world.host.machines().isEmpty)
    }
}
