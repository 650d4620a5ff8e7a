import Libvirt
import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct MachineCloneTests {
    private static func world() async throws -> (TestWorld, Libvirt.StoragePool, RoostCore.Machine) {
        let world = try await TestWorld()
        let pool = try await world.host.connection.createStoragePool(
            xml: "<pool type='dir'><name>p</name><target><path>/t-images</path></target></pool>")
        let volume = try await pool.createVolume(
            xml: "<volume><name>web1.img</name><capacity unit='KiB'>64</capacity></volume>")
        let disk = """
            <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='\(try await volume.path())'/>
              <target dev='vda' bus='virtio'/></disk>
            """
        return (world, pool, try await world.define("web1", tags: ["blue"], devices: disk))
    }

    private static func names(_ pool: Libvirt.StoragePool) async throws -> Set<String> {
        Set(try await pool.volumes().map(\.name))
    }

    @Test func aCopyLeavesTheSourceAsItWas() async throws {
        let (world, pool, source) = try await Self.world()
        let before = try await source.xml(.nextStart)
        let plan = try await source.planClone(as: "web2", copy: .full)
        #expect(!plan.shown.makesTemplate)
        let clone = try await world.host.clone(plan).value
        #expect(clone.disks.map(\.path) == ["/t-images/web2.img"])
        #expect(clone.disks.map(\.way) == [.full])
        #expect(clone.uuid != source.uuid)
        #expect(try await Self.names(pool) == ["web1.img", "web2.img"])
        #expect(try await source.xml(.nextStart) == before)
    }

    @Test func anOverlayMakesATemplateThatDoesNotStart() async throws {
        let (world, pool, source) = try await Self.world()
        let plan = try await source.planClone(as: "web2", copy: .overlay)
        #expect(plan.shown.makesTemplate)
        _ = try await world.host.clone(plan).value
        #expect(try await Self.names(pool) == ["web1.img", "web2.qcow2"])
        let template = try await source.description(.nextStart)
        #expect(MachineMetadata(of: template).isTemplate)
        #expect(MachineMetadata(of: template).tags == ["blue"])
        #expect(template.devices.disks.allSatisfy { $0.readOnly })
        let failure = await expectFailure(.state) { try await source.start() }
        #expect(failure?.what.contains("template") == true)

        // From now on a clone is an overlay by itself, and is no template.
        let second = try await source.planClone(as: "web3")
        #expect(second.shown.disks.map(\.way) == [.overlay])
        #expect(!second.shown.makesTemplate)
        _ = try await world.host.clone(second).value
        try await world.host.machine("web3").start()
    }

    @Test func aTemplateIsOrdinaryAgainOnlyWhenNothingStandsOnIt() async throws {
        let (world, pool, source) = try await Self.world()
        let before = try await source.xml(.nextStart)
        _ = try await world.host.clone(try await source.planClone(as: "web2", copy: .overlay)).value
        let failure = await expectFailure(.state) { try await source.start() }
        #expect(failure?.remedy?.contains("roost template web1 --off") == true)
        let used = await expectFailure(.state) { try await source.makeOrdinary() }
        #expect(used?.why?.contains("web1.img") == true && used?.why?.contains("web2") == true)
        try await world.host.connection.domain(named: "web2").undefine()
        // The machine is gone, and its disk still stands on the template's.
        await expectFailure(.state) { try await source.makeOrdinary() }
        try await pool.volume(named: "web2.qcow2").delete()
        try await source.makeOrdinary()
        #expect(try await source.xml(.nextStart) == before)
        try await source.start()
        await expectFailure(.state) { try await source.makeOrdinary() }
    }

    @Test func aMachineBecomesATemplateByItself() async throws {
        let (_, _, source) = try await Self.world()
        let before = try await source.xml(.nextStart)
        try await source.makeTemplate()
        let template = try await source.description(.nextStart)
        #expect(MachineMetadata(of: template).templateDisks == ["vda"])
        #expect(template.devices.disks.allSatisfy { $0.readOnly })
        await expectFailure(.state) { try await source.makeTemplate() }
        #expect(try await source.planClone(as: "web2").shown.disks.map(\.way) == [.overlay])
        try await source.makeOrdinary()
        #expect(try await source.xml(.nextStart) == before)
        try await source.start()
        let failure = await expectFailure(.state) { try await source.makeTemplate() }
        #expect(failure?.remedy == "Shut it down first: roost shutdown web1")
    }

    /// What its author made read-only stays so.
    @Test func onlyTheDisksThatItMadeReadOnlyAreWritableAgain() throws {
        var domain = try Domain(
            parsing: """
                <domain><name>web1</name><devices>
                  <disk type='file' device='disk'><source file='/i/own.img'/><target dev='vda'/></disk>
                  <disk type='file' device='disk'><source file='/i/data.img'/><target dev='vdb'/><readonly/></disk>
                </devices></domain>
                """)
        domain.becomeTemplate(disks: domain.writableDisks)
        #expect(domain.devices.disks.map(\.readOnly) == [true, true])
        let isNoted = domain.becomeOrdinary()
        #expect(isNoted)
        #expect(domain.devices.disks.map(\.readOnly) == [false, true])
        #expect(!MachineMetadata(of: domain).isTemplate)
    }

    @Test func whatFailsLateLeavesNothing() async throws {
        let (world, pool, source) = try await Self.world()
        let before = try await source.xml(.nextStart)
        let plan = try await source.planClone(as: "web2", copy: .overlay)
        try await world.define("web2")
        await expectFailure(.exists) { _ = try await world.host.clone(plan).value }
        #expect(try await Self.names(pool) == ["web1.img"])
        #expect(try await source.xml(.nextStart) == before)
    }

    @Test func aSourceThatWasStartedMeanwhileIsNotCloned() async throws {
        let (world, pool, source) = try await Self.world()
        let plan = try await source.planClone(as: "web2", copy: .full)
        try await source.start()
        let failure = await expectFailure(.state) { _ = try await world.host.clone(plan).value }
        #expect(failure?.why == "somebody started it meanwhile")
        #expect(try await Self.names(pool) == ["web1.img"])
        #expect(try await world.host.machines().count == 1)
    }

    @Test func aRunningMachineIsRefusedWithTheRemedy() async throws {
        let (_, _, source) = try await Self.world()
        try await source.start()
        let failure = await expectFailure(.state) { _ = try await source.planClone(as: "web2") }
        #expect(failure?.remedy == "Shut it down first: roost shutdown web1")
    }

    @Test func aDiskThatAnotherMachineWritesToIsRefused() async throws {
        let (world, _, source) = try await Self.world()
        let disk = """
            <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='/t-images/web1.img'/>
              <target dev='vda' bus='virtio'/></disk>
            """
        let other = try await world.define("other", devices: disk)
        await expectFailure(.state) { _ = try await source.planClone(as: "web2", copy: .overlay) }
        _ = try await source.planClone(as: "web2", copy: .full)
        try await other.start()
        await expectFailure(.state) { _ = try await source.planClone(as: "web2", copy: .full) }
    }

    @Test func aSourceThatHasNotBootedYetIsRefusedWithTheRemedy() async throws {
        let (_, _, source) = try await Self.world()
        try await source.changeMetadata { $0.seed = "/t-images/web1-seed.iso" }
        let failure = await expectFailure(.state) { _ = try await source.planClone(as: "web2") }
        #expect(failure?.remedy?.hasSuffix("roost start web1, then roost wait web1 --for ready") == true)
    }

    /// A revert would ruin what stands on its disks.
    @Test func nothingStandsOnTheDisksOfAMachineWithSnapshots() async throws {
        let (_, pool, source) = try await Self.world()
        _ = try await source.domain.createSnapshot(xml: "<domainsnapshot><name>before</name></domainsnapshot>")
        let failure = await expectFailure(.state) { _ = try await source.planClone(as: "web2", copy: .overlay) }
        #expect(failure?.why?.contains("snapshots") == true)
        let copy = try await source.planClone(as: "web2", copy: .full)
        #expect(copy.shown.notices.contains("Snapshots are not taken over into the clone."))
        #expect(try await Self.names(pool) == ["web1.img"])
    }

    @Test func aDefinitionThatWasChangedMeanwhileIsNoTemplate() async throws {
        let (world, pool, source) = try await Self.world()
        let plan = try await source.planClone(as: "web2", copy: .overlay)
        try await source.changeMetadata { $0.tags = ["green"] }
        await expectFailure(.state) { _ = try await world.host.clone(plan).value }
        #expect(try await Self.names(pool) == ["web1.img"])
        let now = try await source.description(.nextStart)
        #expect(MachineMetadata(of: now).tags == ["green"])
        #expect(!MachineMetadata(of: now).isTemplate)
    }

    @Test func aTakenNameIsRefused() async throws {
        let (_, _, source) = try await Self.world()
        await expectFailure(.exists) { _ = try await source.planClone(as: "web1") }
        await expectFailure(.usage) { _ = try await source.planClone(as: "../x") }
    }

    @Test func aTakenVolumeIsSteppedOver() async throws {
        let (_, pool, source) = try await Self.world()
        _ = try await pool.createVolume(
            xml: "<volume><name>web2.img</name><capacity unit='KiB'>64</capacity></volume>")
        let plan = try await source.planClone(as: "web2", copy: .full)
        #expect(plan.shown.disks.map(\.path) == ["/t-images/web2-1.img"])
    }

    /// A guest can write a qcow2 header into its raw disk, which names any file of the host as its base.
    @Test func aRawDiskThatLooksLikeAnImageIsNotCopied() async throws {
        let (world, pool, _) = try await Self.world()
        let volume = try await pool.createVolume(
            xml: """
                <volume><name>evil.img</name><capacity unit='KiB'>64</capacity>
                <target><format type='qcow2'/></target></volume>
                """)
        let disk = """
            <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='\(try await volume.path())'/>
              <target dev='vda' bus='virtio'/></disk>
            """
        let evil = try await world.define("evil", devices: disk)
        await expectFailure(.unsupported) { _ = try await evil.planClone(as: "copy", copy: .full) }
        #expect(try await evil.planClone(as: "copy", copy: .overlay).shown.disks.map(\.way) == [.overlay])
    }
}
