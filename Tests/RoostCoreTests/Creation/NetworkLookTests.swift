import Libvirt
import Testing

@testable import RoostCore

@Suite struct NetworkLookTests {
    private static func request(_ networks: String...) throws -> MachineRequest {
        var arguments = CreateArguments()
        arguments.name = "web1"
        arguments.isImport = true
        arguments.disks = ["/images/web1.qcow2"]
        arguments.networks = networks
        return try MachineRequest(arguments, in: RequestContext(workingDirectory: "/"))
    }

    private static func world() async throws -> TestWorld {
        let world = try await TestWorld()
        let connection = world.host.connection
        for name in ["default", "stopped"] {
            let network = try await connection.defineNetwork(
                xml:
                    "<network><name>\(name)</name><forward/><ip address='10.9.\(name.utf8.count).1' netmask='255.255.255.0'/></network>"
            )
            if name == "default" { try await network.start() }
        }
        return world
    }

    @Test func oneCallWhereAllIsWell() async throws {
        let world = try await Self.world()
        let before = world.host.connection.statistics.totalCalls
        let names = try await NetworkLook(host: world.host, isSession: false).networks(for: try Self.request())
        #expect(names?.contains("default") == true)
        #expect(world.host.connection.statistics.totalCalls == before + 1)
    }

    @Test func aNetworkThatIsNotStarted() async throws {
        let world = try await Self.world()
        let failure = await expectFailure(.state) {
            _ = try await NetworkLook(host: world.host, isSession: false)
                .networks(for: try Self.request("network=stopped"))
        }
        #expect(failure?.remedy?.contains("roost net start stopped") == true)
    }

    @Test func aBridgeThatThisComputerLacks() async throws {
        let world = try await Self.world()
        let look = NetworkLook(host: world.host, isSession: false, hasInterface: { $0 == "br0" })
        #expect(try await look.networks(for: try Self.request("bridge=br0")) == nil)
        let failure = await expectFailure(.notFound) {
            _ = try await look.networks(for: try Self.request("bridge=br1"))
        }
        #expect(failure?.what.contains("'br1'") == true)
    }

    @Test func aSessionNeedsNoNetwork() async throws {
        let world = try await Self.world()
        let before = world.host.connection.statistics.totalCalls
        #expect(try await NetworkLook(host: world.host, isSession: true).networks(for: try Self.request()) == nil)
        #expect(world.host.connection.statistics.totalCalls == before)
    }
}
