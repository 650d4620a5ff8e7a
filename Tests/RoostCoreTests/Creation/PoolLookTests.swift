import Libvirt
import Testing

@testable import RoostCore

@Suite struct PoolLookTests {
    private static func request(_ disk: String) throws -> MachineRequest {
        var arguments = CreateArguments()
        arguments.name = "web1"
        arguments.boot = "network"
        arguments.disks = [disk]
        return try MachineRequest(arguments, in: RequestContext(workingDirectory: "/"))
    }

    private static func pools(_ world: TestWorld, _ disk: String) async throws -> [PoolSight] {
        try await PoolLook(host: world.host, isSession: false).pools(for: try request(disk)) { _ in true }
    }

    @Test func anUnknownPool() async throws {
        let world = try await TestWorld()
        _ = try await world.host.connection.defineStoragePool(
            xml: "<pool type='dir'><name>images</name><target><path>/images</path></target></pool>")
        let failure = await expectFailure(.notFound) { _ = try await Self.pools(world, "size=1,pool=image") }
        #expect(failure?.remedy?.contains("Did you mean images?") == true)
    }

    @Test func aPoolThatIsNotStarted() async throws {
        let world = try await TestWorld()
        _ = try await world.host.connection.defineStoragePool(
            xml: "<pool type='dir'><name>images</name><target><path>/images</path></target></pool>")
        let failure = await expectFailure(.state) { _ = try await Self.pools(world, "size=1,pool=images") }
        #expect(failure?.remedy?.contains("roost pool start images") == true)
    }

    /// The usual pool is made when it is missing.
    @Test func theUsualPool() async throws {
        let world = try await TestWorld()
        let sights = try await Self.pools(world, "size=1")
        #expect(sights.map(\.isMissing) == [true])
        #expect(sights.first?.facts.path == "/var/lib/libvirt/images")
    }

    @Test func noPoolWhereNoneIsNeeded() async throws {
        let world = try await TestWorld()
        let before = world.host.connection.statistics.totalCalls
        let look = PoolLook(host: world.host, isSession: false)
        #expect(try await look.pools(for: try Self.request("/images/web1.qcow2")) { _ in false }.isEmpty)
        #expect(world.host.connection.statistics.totalCalls == before)
    }
}
