import Libvirt
import Testing

@testable import RoostCore

@Suite struct VirtualNetworkTests {
    @Test func aNetworkIsShownWithTheMachinesInIt() async throws {
        let card = "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>"
        let host = try await TestHost.host(
            domains: TestHost.domain("web1", devices: card) + TestHost.domain("web2"))
        let row = try #require(try await host.networkList().first)
        #expect(row.forward == "nat" && row.bridge == "virbr0" && row.active)
        #expect(row.addresses == ["192.168.122.1/24"])
        let network = try await host.network("def*")
        let details = try await network.details()
        #expect(details.connections == [.init(machine: "web1", mac: "52:54:00:00:00:01", active: true)])
        #expect(details.ranges == [.init(first: "192.168.122.2", last: "192.168.122.254")])
        await host.close()
    }

    @Test func aNetworkIsStoppedAndStarted() async throws {
        let host = try await TestHost.host()
        let network = try await host.network("default")
        try await network.setAutostart(true)
        #expect(try await host.networkList().first?.autostart == true)
        try await network.stop()
        #expect(try await host.networkList().first?.active == false)
        try await network.start()
        let again = await #expect(throws: Failure.self) { try await network.start() }
        #expect(again?.kind == .state)
        let error = await #expect(throws: Failure.self) { try await host.network("lan") }
        #expect(error?.remedy == "Known networks: default")
        await host.close()
    }

    @Test func aListsCallsDoNotGrowWithTheMachines() async throws {
        let few = try await TestHost.host(domains: TestHost.domain("a"))
        _ = try await few.networkList()
        let many = try await TestHost.host(domains: (1...50).map { TestHost.domain("m\($0)") }.joined())
        _ = try await many.networkList()
        #expect(few.connection.statistics.totalCalls == many.connection.statistics.totalCalls)
        await few.close()
        await many.close()
    }
}
