import Libvirt
import Testing

@Suite struct StorageTests {
    private static let pool = """
        <pool type='dir'><name>images</name><target><path>/images-of-test</path></target></pool>
        """

    private static func volume(_ name: String, capacity: UInt64 = 1 << 20) -> String {
        """
        <volume><name>\(name)</name><capacity>\(capacity)</capacity><allocation>0</allocation>
          <target><format type='raw'/></target></volume>
        """
    }

    @Test func poolFromDefinitionToNothing() async throws {
        let host = try await TestHost()
        let pool = try await host.connection.defineStoragePool(xml: Self.pool)
        #expect(pool.name == "images")
        #expect(try await pool.isActive() == false)
        #expect(try await pool.isPersistent())
        #expect(try await pool.info().state == .inactive)
        let stopped = await #expect(throws: LibvirtError.self) { try await pool.volumes() }
        #expect(stopped?.code == .operationInvalid)

        try await pool.build()
        try await pool.start()
        #expect(try await pool.isActive())
        #expect(try await pool.info().state == .running)
        try await pool.refresh()
        try await pool.setAutostart(true)
        #expect(try await pool.autostart())
        #expect(try await pool.xml().contains("/images-of-test"))
        #expect(try await host.connection.storagePool(uuid: pool.uuid).name == "images")

        try await pool.destroy()
        try await pool.delete()
        try await pool.undefine()
        let gone = await #expect(throws: LibvirtError.self) { try await host.connection.storagePool(named: "images") }
        #expect(gone?.code == .noStoragePool)
    }

    @Test func poolsAreSelected() async throws {
        let host = try await TestHost()
        _ = try await host.connection.createStoragePool(xml: Self.pool)
        _ = try await host.connection.defineStoragePool(
            xml: "<pool type='logical'><name>group</name><source><name>group</name></source></pool>")
        #expect(Set(try await host.connection.storagePools().map(\.name)) == ["images", "group"])
        #expect(try await host.connection.storagePools(.directory).map(\.name) == ["images"])
        #expect(try await host.connection.storagePools([.logical, .inactive]).map(\.name) == ["group"])
        #expect(try await host.connection.storagePools([.logical, .active]).isEmpty)
    }

    @Test func volumes() async throws {
        let host = try await TestHost()
        let pool = try await host.connection.createStoragePool(xml: Self.pool)
        let volume = try await pool.createVolume(xml: Self.volume("disk"))
        #expect(volume.name == "disk")
        #expect(try await volume.path() == "/images-of-test/disk")
        let info = try await volume.info()
        #expect(info.kind == .file)
        #expect(info.capacity == 1 << 20)
        #expect(try await volume.xml().contains("<name>disk</name>"))
        #expect(try await volume.pool().name == "images")

        let clone = try await pool.createVolume(xml: Self.volume("clone"), from: volume)
        #expect(clone.name == "clone")
        #expect(try await pool.volumeCount() == 2)
        #expect(Set(try await pool.volumes().map(\.name)) == ["disk", "clone"])
        #expect(host.connection.statistics.calls["virStoragePoolListAllVolumes"] == 1)

        #expect(try await pool.volume(named: "clone").key == clone.key)
        #expect(try await host.connection.storageVolume(key: volume.key).name == "disk")
        #expect(try await host.connection.storageVolume(path: "/images-of-test/disk").name == "disk")

        let taken = await #expect(throws: LibvirtError.self) { try await pool.createVolume(xml: Self.volume("disk")) }
        // libvirt's other drivers say `.storageVolumeExists`.
        #expect(taken?.code == .operationFailed)
        try await volume.delete()
        let gone = await #expect(throws: LibvirtError.self) { try await pool.volume(named: "disk") }
        #expect(gone?.code == .noStorageVolume)
    }

    @Test func findsSources() async throws {
        let host = try await TestHost()
        #expect(try await host.connection.findStoragePoolSources(type: "logical").contains("<sources>"))
        let unknown = await #expect(throws: LibvirtError.self) {
            try await host.connection.findStoragePoolSources(type: "nonsense")
        }
        #expect(unknown != nil)
    }

    @Test func handlesAreFreed() async throws {
        var host: TestHost? = try await TestHost()
        let statistics = try #require(host).connection.statistics
        var pool: StoragePool? = try await host?.connection.createStoragePool(xml: Self.pool)
        for number in 1...20 { _ = try await pool?.createVolume(xml: Self.volume("disk\(number)")) }
        var volumes = try await pool?.volumes()
        #expect(volumes?.count == 20)
        _ = await #expect(throws: LibvirtError.self) { try await pool?.createVolume(xml: "<volume") }
        (pool, volumes, host) = (nil, nil, nil)
        await statistics.allThreadsEnded()
        #expect(statistics.liveHandles == 0)
    }
}
