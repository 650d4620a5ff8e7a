import Libvirt
import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct DefaultNetworkTests {
    private static func made(_ world: TestWorld) async throws -> String {
        try await world.host.make(.makeDefaultNetwork)
        let network = try await world.host.network(exactly: "default")
        #expect(try await network.handle.isActive())
        #expect(try await network.handle.autostart())
        return try #require(try await network.view().addresses.first?.network?.description)
    }

    @Test func itIsMadeAsLibvirtsPackagesHaveIt() async throws {
        #expect(try await Self.made(try await TestWorld()) == "192.168.122.0/24")
    }

    @Test func itIsMadeElsewhereWhereItsAddressesAreTaken() async throws {
        let world = try await TestWorld()
        _ = try await world.host.connection.defineNetwork(
            xml: """
                <network><name>outer</name><forward mode='nat'/><bridge name='virbr9'/>
                  <ip address='192.168.122.1' netmask='255.255.255.0'/></network>
                """)
        #expect(try await Self.made(world) == "192.168.123.0/24")
    }

    /// One that is there stays as it is, and is started.
    @Test func oneThatIsThereStays() async throws {
        let world = try await TestWorld()
        _ = try await world.host.connection.defineNetwork(
            xml: """
                <network><name>default</name><forward mode='nat'/><bridge name='virbr9'/>
                  <ip address='10.20.0.1' netmask='255.255.255.0'/></network>
                """)
        #expect(try await Self.made(world) == "10.20.0.0/24")
    }
}
