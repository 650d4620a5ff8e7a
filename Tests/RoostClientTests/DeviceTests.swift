import TerminalOutput
import Testing

@testable import RoostClient
@testable import RoostCore

struct DeviceTests {
    private static let devices = """
        <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/images/a.qcow2'/>
        <target dev='vda' bus='virtio'/></disk>
        <disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>
        <disk type='file' device='cdrom'><target dev='sdb' bus='sata'/><readonly/></disk>
        <interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/>
        <model type='virtio'/></interface>
        """

    private static func json(_ value: some Encodable) throws -> String { try OutputFormat.json.render(value) { "" } }

    /// What both say of the same, the failures too.
    private static func both(
        _ world: ClientWorld, _ run: (any SiteMachine) async throws -> any Encodable
    ) async throws -> (through: String, direct: String) {
        func said(_ site: any Site) async throws -> String {
            do {
                return try json(try await run(try await site.machine("m1")))
            } catch let failure as Failure {
                return "\(failure.kind.name): \(failure) – \(failure.remedy ?? "")"
            }
        }
        return (try await said(try await world.site()), try await said(world.fleet))
    }

    @Test func devicesAreShownAndRefusedAsByTheHostItself() async throws {
        try await ClientWorld.run(machines: 2, devices: Self.devices) { world in
            let wishes: [@Sendable (any SiteMachine) async throws -> any Encodable] = [
                { try await $0.diskRows() },
                { try await $0.interfaceRows() },
                { try await $0.detachment(ofDisk: "vdz", scope: .both, deletingVolume: false).volume },
                { try await $0.detachment(ofDisk: "sda", scope: .both, deletingVolume: true).volume },
                { try await $0.detachment(ofDisk: "vda", scope: .now, deletingVolume: true).volume },
                { try await $0.detachment(ofDisk: "/images/a.qcow2", scope: .both, deletingVolume: false).volume },
                { try await $0.detachment(ofInterface: "52:54:00:00:00:02", scope: .both).volume },
                { try await $0.detachment(ofInterface: "52:54:00:00:00:01", scope: .nextStart).volume },
                { try await $0.attachment(of: .disk(TypedOption("size=x", in: nil)), scope: .both).xml },
                { try await $0.attachment(of: .disk(TypedOption("target=vda", in: nil)), scope: .both).xml },
                { try await $0.attachment(of: .disk(TypedOption("./a.qcow2", in: nil)), scope: .both).xml },
                { try await $0.attachment(of: .interface(TypedOption("network=none", in: nil)), scope: .both).xml },
                { try await $0.changeDisk("vda", to: TypedOption("size=3", in: nil), scope: .both) },
                { try await $0.changeDisk("vdz", to: TypedOption("cache=none", in: nil), scope: .both) },
                { try await $0.changeInterface("x", to: TypedOption("link=up", in: nil), scope: .both) },
                { try await $0.changeInterface("x", to: TypedOption("link=odd", in: nil), scope: .both) },
                { try await $0.resizing("sda", to: DiskSizeWish(bytes: 512)).size },
                { try await $0.resizing("vdz", to: DiskSizeWish(bytes: 512, isMore: true)).size },
                { try await $0.changeMedium(.eject, drive: nil, scope: .both, force: false) },
                { try await $0.changeMedium(.eject, drive: "vda", scope: .both, force: false) },
                { try await $0.changeMedium(.eject, drive: "sdb", scope: .both, force: true) },
                {
                    try await $0.changeMedium(
                        .insert(TypedOption("size=1", in: nil)), drive: "sda", scope: .both, force: false)
                },
                {
                    try await $0.changeMedium(
                        .change(TypedOption("nowhere/a.iso", in: nil)), drive: "sda", scope: .now, force: false)
                },
            ]
            for (number, wish) in wishes.enumerated() {
                let (through, direct) = try await Self.both(world, wish)
                #expect(through == direct, "\(number)")
            }
        }
    }

    @Test func nothingIsDetachedButWhatWasShown() async throws {
        try await ClientWorld.run(machines: 2, devices: Self.devices) { world in
            let site = try await world.site()
            let machine = try await site.machine("m1")
            let shown = try await machine.detachment(ofDisk: "sda", scope: .both, deletingVolume: false)
            // Meanwhile something else is in it.
            let remote = try #require(shown as? RemoteDetachment)
            let other = RemoteDetachment(
                machine: remote.machine, device: remote.device, query: remote.query, task: remote.task,
                plan: remote.plan, tag: "\"0\"")
            let late = await #expect(throws: Failure.self) { try await other.detach(within: .seconds(1)) }
            #expect(
                late?.kind == .state && late?.what == "Nothing was changed", "\(String(describing: late))")
            // The test driver detaches nothing, and the operation tells why.
            let told = await #expect(throws: Failure.self) { try await shown.detach(within: .seconds(1)) }
            #expect(told?.what == "Cannot detach the CD-ROM drive sda from m1", "\(String(describing: told))")
        }
    }

    @Test func aSizeIsReadAsItIsTyped() throws {
        #expect(try DiskSizeWish(parsing: "40G", mayShrink: true) == DiskSizeWish(bytes: 40 << 30, mayShrink: true))
        let more = try DiskSizeWish(parsing: "+10", mayShrink: false)
        #expect(try more.size(from: 1 << 30) == 11 << 30)
        #expect(throws: Failure.self) { try more.size(from: .max) }
        #expect(throws: Failure.self) { try DiskSizeWish(parsing: "much", mayShrink: false) }
    }
}
