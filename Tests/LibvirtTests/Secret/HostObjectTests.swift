import Libvirt
import Testing

/// Objects that libvirt's test driver lacks.
@Suite(RealHost.trait) struct HostObjectTests {
    @Test func aSecretKeepsItsValue() async throws {
        let connection = try await RealHost.connect()
        let use = RealHost.name("secret")
        let secret = try await connection.defineSecret(
            xml: """
                <secret ephemeral='yes' private='no'><usage type='ceph'><name>\(use)</name></usage></secret>
                """, validate: true)
        #expect(secret.usage == .ceph)
        #expect(secret.usageID == use)
        let unset = await #expect(throws: LibvirtError.self) { try await secret.value() }
        #expect(unset?.code == .noSecret)
        try await secret.setValue([0, 1, 0xFF, 0])
        #expect(try await secret.value() == [0, 1, 0xFF, 0])
        #expect(try await secret.xml().contains(use))
        #expect(try await connection.secret(uuid: secret.uuid).usageID == use)
        #expect(try await connection.secret(usage: .ceph, id: use).uuid == secret.uuid)
        #expect(try await connection.secrets(.ephemeral).contains { $0.uuid == secret.uuid })
        #expect(try await connection.secrets(.private).contains { $0.uuid == secret.uuid } == false)
        try await secret.undefine()
        let gone = await #expect(throws: LibvirtError.self) { try await connection.secret(uuid: secret.uuid) }
        #expect(gone?.code == .noSecret)
        await connection.close()
    }

    @Test func aNetworkFilterIsDefinedAndRemoved() async throws {
        let connection = try await RealHost.connect()
        let name = RealHost.name("filter")
        let filter = try await connection.defineNetworkFilter(
            xml: "<filter name='\(name)'><rule action='drop' direction='in'/></filter>", validate: true)
        #expect(filter.name == name)
        #expect(try await filter.xml().contains("drop"))
        #expect(try await connection.networkFilter(uuid: filter.uuid).name == name)
        #expect(try await connection.networkFilters().contains { $0.name == name })
        try await filter.undefine()
        let gone = await #expect(throws: LibvirtError.self) { try await connection.networkFilter(named: name) }
        #expect(gone?.code == .noNetworkFilter)
        await connection.close()
    }

    @Test func devicesAreSelected() async throws {
        let connection = try await RealHost.connect()
        let cards = try await connection.nodeDevices(.network)
        for card in cards {
            #expect(try await card.capabilities().contains("net"))
            #expect(try await card.parent().isEmpty == false)
        }
        #expect(try await connection.nodeDevices().count >= cards.count)
        await connection.close()
    }

    @Test func leasesOfRunningNetworksAreRead() async throws {
        let connection = try await RealHost.connect()
        for network in try await connection.networks(.active) {
            for lease in try await network.dhcpLeases() {
                #expect(lease.prefix > 0)
                #expect(!lease.address.isEmpty)
                #expect(lease.type == .ipv4 || lease.type == .ipv6)
            }
            #expect(try await network.dhcpLeases(mac: "52:54:00:ff:ff:fe").isEmpty)
        }
        await connection.close()
    }
}
