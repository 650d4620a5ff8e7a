import Libvirt
import Testing

@Suite struct NetworkTests {
    private static let isolated = """
        <network><name>isolated</name><bridge name='virbr77'/>
          <ip address='192.0.2.1' netmask='255.255.255.0'><dhcp><range start='192.0.2.10' end='192.0.2.20'/></dhcp></ip>
        </network>
        """

    @Test func defineStartStopUndefine() async throws {
        let host = try await TestHost()
        let network = try await host.connection.defineNetwork(xml: Self.isolated)
        #expect(network.name == "isolated")
        #expect(try await network.isActive() == false)
        #expect(try await network.isPersistent())
        #expect(try await network.bridgeName() == "virbr77")
        #expect(try await network.xml().contains("192.0.2.10"))

        try await network.start()
        #expect(try await network.isActive())
        let again = await #expect(throws: LibvirtError.self) { try await network.start() }
        #expect(again?.code == .operationInvalid)

        try await network.setAutostart(true)
        #expect(try await network.autostart())
        try await network.setAutostart(false)
        #expect(try await network.autostart() == false)

        try await network.destroy()
        try await network.undefine()
        let gone = await #expect(throws: LibvirtError.self) { try await host.connection.network(named: "isolated") }
        #expect(gone?.code == .noNetwork)
    }

    @Test func listsAndLookUps() async throws {
        let host = try await TestHost()
        let transient = try await host.connection.createNetwork(xml: Self.isolated)
        let other = Self.isolated.replacing("isolated", with: "other").replacing("virbr77", with: "virbr78")
        let defined = try await host.connection.defineNetwork(xml: other)

        #expect(Set(try await host.connection.networks().map(\.name)).isSuperset(of: ["isolated", "other"]))
        #expect(try await host.connection.networks(.transient).map(\.name) == ["isolated"])
        #expect(try await host.connection.networks([.persistent, .inactive]).map(\.name) == ["other"])
        #expect(try await host.connection.network(uuid: defined.uuid).name == "other")
        #expect(try await transient.isPersistent() == false)
        #expect(host.connection.statistics.calls["virConnectListAllNetworks"] == 3)
    }

    @Test func updateChangesOnePart() async throws {
        let host = try await TestHost()
        let network = try await host.connection.defineNetwork(xml: Self.isolated)
        try await network.update(
            .addLast, .dhcpHost, xml: "<host mac='52:54:00:00:00:01' ip='192.0.2.15'/>", scope: .config)
        #expect(try await network.xml().contains("192.0.2.15"))
        let twice = await #expect(throws: LibvirtError.self) {
            try await network.update(
                .addLast, .dhcpHost, xml: "<host mac='52:54:00:00:00:01' ip='192.0.2.15'/>", scope: .config)
        }
        #expect(twice?.code == .operationInvalid)
        let malformed = await #expect(throws: LibvirtError.self) {
            try await network.update(.addLast, .dhcpHost, xml: "<host", scope: .config)
        }
        #expect(malformed?.code == .xmlDetail)
    }

    @Test func leasesOfTheTestDriver() async throws {
        let host = try await TestHost()
        let network = try await host.connection.createNetwork(xml: Self.isolated)
        // libvirt's test driver has no DHCP server.
        let error = await #expect(throws: LibvirtError.self) { try await network.dhcpLeases(mac: "52:54:00:00:00:01") }
        #expect(error?.code == .noSupport)
    }

    @Test func failuresCarryLibvirtsCode() async throws {
        let host = try await TestHost()
        let missing = await #expect(throws: LibvirtError.self) { try await host.connection.network(named: "none") }
        #expect(missing?.code == .noNetwork)
        #expect(missing?.domain == .test || missing?.domain == .network)
        let unknown = try #require(LibvirtUUID("00000000-0000-0000-0000-000000000001"))
        let unidentified = await #expect(throws: LibvirtError.self) { try await host.connection.network(uuid: unknown) }
        #expect(unidentified?.code == .noNetwork)
        let malformed = await #expect(throws: LibvirtError.self) {
            try await host.connection.defineNetwork(xml: "<net")
        }
        #expect(malformed?.code == .xmlDetail)
        let cut = await #expect(throws: LibvirtError.self) { try await host.connection.network(named: "a\0b") }
        #expect(cut?.code == .invalidText)
        let filters = await #expect(throws: LibvirtError.self) { try await host.connection.networkFilters() }
        #expect(filters?.code == .noSupport)
        let secrets = await #expect(throws: LibvirtError.self) { try await host.connection.secrets() }
        #expect(secrets?.code == .noSupport)
    }

    @Test func hostInterfaces() async throws {
        let connection = try await Connection.open(uri: "test:///default")
        let interface = try await connection.hostInterface(named: "eth1")
        #expect(interface.mac == "aa:bb:cc:dd:ee:ff")
        #expect(try await interface.isActive())
        #expect(try await interface.xml().contains("eth1"))
        #expect(try await connection.hostInterface(mac: "aa:bb:cc:dd:ee:ff").name == "eth1")
        #expect(try await connection.hostInterfaces(active: true).map(\.name) == ["eth1"])
        #expect(try await connection.hostInterfaces(active: false).isEmpty)
        let missing = await #expect(throws: LibvirtError.self) { try await connection.hostInterface(named: "none") }
        #expect(missing?.code == .noInterface)
    }

    @Test func hostDevices() async throws {
        let connection = try await Connection.open(uri: "test:///default")
        let devices = try await connection.nodeDevices()
        #expect(devices.contains { $0.name == "computer" })
        let device = try await connection.nodeDevice(named: "scsi_host1")
        #expect(try await device.parent() == "computer")
        #expect(try await device.capabilities().contains("scsi_host"))
        #expect(try await device.xml().contains("scsi_host1"))
        let root = try await connection.nodeDevice(named: "computer")
        let orphan = await #expect(throws: LibvirtError.self) { try await root.parent() }
        #expect(orphan?.code == .internalError)
        let missing = await #expect(throws: LibvirtError.self) { try await connection.nodeDevice(named: "none") }
        #expect(missing?.code == .noNodeDevice)
    }

    @Test func handlesAreFreed() async throws {
        var host: TestHost? = try await TestHost()
        let statistics = try #require(host).connection.statistics
        var networks = try await host?.connection.networks()
        networks?.append(contentsOf: try await host?.connection.networks() ?? [])
        _ = await #expect(throws: LibvirtError.self) { try await host?.connection.network(named: "none") }
        networks = nil
        host = nil
        await statistics.allThreadsEnded()
        #expect(statistics.liveHandles == 0)
    }
}
