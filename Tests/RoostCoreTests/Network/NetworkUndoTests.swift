import Libvirt
import Testing

@testable import RoostCore

/// Changes of a running network of which a later step fails.
@Suite struct NetworkUndoTests {
    private static let range = "<range start='10.20.0.2' end='10.20.0.254'/>"
    private static let card = "52:54:00:00:00:01"

    private static func network(_ world: TestWorld) async throws -> VirtualNetwork {
        let handle = try await world.host.connection.defineNetwork(
            xml: """
                <network><name>lan</name><forward mode='nat'/><bridge name='virbr9'/>
                  <ip address='10.20.0.1' netmask='255.255.255.0'><dhcp>\(range)
                    <host mac='\(card)' name='web1' ip='10.20.0.20'/></dhcp></ip></network>
                """)
        try await handle.start()
        return VirtualNetwork(host: world.host, handle: handle)
    }

    /// The test driver changes the running network, and then cannot tell the definition for its next start.
    @Test func aReservationOfTheRunningNetworkIsTakenBack() async throws {
        let world = try await TestWorld()
        let network = try await Self.network(world)
        let machine = try await world.define(
            "web1",
            devices: "<interface type='network'><mac address='\(Self.card)'/><source network='lan'/></interface>")
        let before = try await network.handle.xml()
        let failure = await #expect(throws: Failure.self) { _ = try await machine.removeReservation() }
        #expect(failure?.why?.contains("left behind") != true)
        #expect(try await network.handle.xml() == before)
    }

    @Test func aPartThatTheRunningNetworkTakesHalfOfIsTakenBack() async throws {
        let world = try await TestWorld()
        let network = try await Self.network(world)
        let before = try await network.handle.xml()
        let outside = "<range start='10.20.0.2' end='10.99.0.1'/>"
        let taken = try await network.apply(
            NetworkRevision.Part(
                says: "DHCP",
                steps: [
                    .init(command: .delete, section: .dhcpRange, parent: 0, xml: Self.range),
                    .init(command: .addLast, section: .dhcpRange, parent: 0, xml: outside),
                ]))
        guard case .refused(let why) = taken else {
            Issue.record("it was \(taken)")
            return
        }
        #expect(!why.contains("left behind"))
        #expect(try await network.handle.xml() == before)
    }
}
