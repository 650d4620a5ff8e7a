import Libvirt
import Testing

@testable import RoostCore

/// What a person has agreed to is done to what was shown, or not at all. The test driver's disks have one size, and it resizes none.
@Suite struct DiskResizeTests {
    private static func definition(_ disk: String) -> String {
        TestWorld.domainXML(
            "web1", devices: "<disk type='file' device='disk'><source file='\(disk)'/><target dev='vda'/></disk>")
    }

    private static func machine(_ world: TestWorld) async throws -> RoostCore.Machine {
        _ = try await world.host.connection.defineDomain(xml: definition("/t/a.img"))
        return try await world.host.machine("web1")
    }

    private static func expectRefusal(
        _ reason: String, _ machine: RoostCore.Machine, _ plan: RoostCore.Machine.DiskResize,
        location: SourceLocation = #_sourceLocation
    ) async {
        let failure = await expectFailure(.state, location: location) { _ = try await machine.resize(plan) }
        #expect(failure?.why?.contains(reason) == true, "\(String(describing: failure))", sourceLocation: location)
    }

    @Test func aMachineThatWasStartedMeanwhileIsNotShrunk() async throws {
        let world = try await TestWorld()
        let machine = try await Self.machine(world)
        let plan = try await machine.planResize("vda", shrink: true) { _ in 1 << 20 }
        #expect(plan.shrinks)
        try await machine.start()
        await Self.expectRefusal("can only grow", machine, plan)
    }

    @Test func aDiskThatIsAnotherOneMeanwhileIsNotShrunk() async throws {
        let world = try await TestWorld()
        let machine = try await Self.machine(world)
        let plan = try await machine.planResize("vda", shrink: true) { _ in 1 << 20 }
        let uuid = machine.uuid
        _ = try await world.host.connection.defineDomain(
            xml: Self.definition("/t/b.img").replacing("<name>", with: "<uuid>\(uuid)</uuid><name>"))
        await Self.expectRefusal("it is /t/b.img now", machine, plan)
    }

    @Test func aDiskThatHasAnotherSizeMeanwhileIsNotShrunk() async throws {
        let world = try await TestWorld()
        let machine = try await Self.machine(world)
        let now = try await machine.planResize("vda", shrink: true) { _ in 1 << 20 }
        let shown = RoostCore.Machine.DiskResize(
            machine: machine, target: "vda", capacity: now.capacity - 1, size: 1 << 20, path: now.path)
        await Self.expectRefusal("it was changed meanwhile", machine, shown)
    }
}
