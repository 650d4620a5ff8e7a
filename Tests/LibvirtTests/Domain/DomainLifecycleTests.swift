import Libvirt
import Testing

@Suite struct DomainLifecycleTests {
    @Test func aDomainsWholeLife() async throws {
        let host = try await TestHost()
        let connection = host.connection
        let uuid = try #require(LibvirtUUID("5f0d0d8a-6b1c-4a43-9a1e-0123456789ab"))
        let domain = try await connection.defineDomain(xml: TestHost.domainXML("two", uuid: uuid.description))
        #expect(domain.name == "two")
        #expect(domain.uuid == uuid)
        #expect(domain.id == nil)
        #expect(try await domain.isPersistent())
        #expect(try await !domain.isActive())
        #expect(try await domain.status().state == .shutOff)

        try await domain.create()
        #expect(try await domain.status().runningReason == .booted)
        #expect(domain.id != nil)
        try await domain.suspend()
        #expect(try await domain.status().pausedReason == .user)
        try await domain.resume()
        #expect(try await domain.status().runningReason == .unpaused)
        try await domain.shutdown()
        let off = try await domain.status()
        #expect(off.shutOffReason == .shutdown)
        #expect(off.runningReason == nil)

        try await domain.create()
        try await domain.destroy()
        #expect(try await domain.status().shutOffReason == .destroyed)
        try await domain.setAutostart(true)
        #expect(try await domain.autostart())
        let renamed = try await domain.rename(to: "three")
        #expect(renamed.name == "three")
        #expect(renamed.uuid == uuid)
        try await renamed.undefine()
        let error = await #expect(throws: LibvirtError.self) { try await connection.domain(named: "three") }
        #expect(error?.code == .noDomain)
        #expect(error?.message.isEmpty == false)
    }

    @Test func listsAndSelections() async throws {
        let host = try await TestHost()
        let connection = host.connection
        for index in 0..<50 { _ = try await connection.defineDomain(xml: TestHost.domainXML("more-\(index)")) }
        let before = connection.statistics.totalCalls
        #expect(try await connection.domains().count == 51)
        #expect(try await connection.domains([.active]).map(\.name) == ["one"])
        #expect(try await connection.domains([.inactive]).count == 50)
        // However many there are, a list is one call.
        #expect(connection.statistics.totalCalls - before == 3)
    }

    @Test func failuresCarryTheirCode() async throws {
        let host = try await TestHost()
        let connection = host.connection
        let domain = try await connection.domain(named: "one")
        await expectFailure(.noDomain) { _ = try await connection.domain(id: 4711) }
        await expectFailure(.xmlDetail) { _ = try await connection.defineDomain(xml: "<domain") }
        await expectFailure(.xmlError) { _ = try await connection.createDomain(xml: "<network/>") }
        await expectFailure(.xmlInvalidSchema) {
            let xml = TestHost.domainXML("x").replacing("<os>", with: "<nonsense/><os>")
            _ = try await connection.defineDomain(xml: xml, flags: .validate)
        }
        await expectFailure(.noDomainMetadata) { _ = try await domain.metadata(.title) }
        await expectFailure(.noDomainSnapshot) { _ = try await domain.snapshot(named: "none") }
        await expectFailure(.invalidArgument) {
            _ = try await domain.peekMemory(at: 0, count: 1 << 40, flags: .virtual)
        }
        await expectFailure(.noSupport) { _ = try await domain.agentCommand("{}") }
        await expectFailure(.invalidText) { _ = try await domain.rename(to: "a\0b") }
        await expectFailure(.invalidText) { _ = try await connection.defineDomain(xml: "<domain/>\0") }
    }

    @Test func readOnlyConnectionsRefuseChanges() async throws {
        let connection = try await Connection.open(uri: "test:///default", readOnly: true)
        #expect(connection.isReadOnly)
        let domain = try await connection.domain(named: "test")
        await expectFailure(.operationDenied) { try await domain.destroy() }
        #expect(try await domain.isActive())
    }

    @Test func metadataIsKeptApart() async throws {
        let host = try await TestHost()
        let domain = try await host.connection.domain(named: "one")
        #expect(try await domain.title() == nil)
        try await domain.setMetadata(.title, to: "The first")
        try await domain.setMetadata(
            .element, to: "<tags><tag>a</tag></tags>", key: "t", uri: "https://example.org/tags")
        try await domain.setMetadata(
            .element, to: "<note>b</note>", key: "n", uri: "https://example.org/note")
        #expect(try await domain.title() == "The first")
        #expect(try await domain.metadata(.element, uri: "https://example.org/tags").contains("<tag>a</tag>"))
        try await domain.setMetadata(.element, to: nil, key: "t", uri: "https://example.org/tags")
        await expectFailure(.noDomainMetadata) {
            _ = try await domain.metadata(.element, uri: "https://example.org/tags")
        }
        #expect(try await domain.metadata(.element, uri: "https://example.org/note").contains("b"))
    }

    @Test func memoryAndProcessors() async throws {
        let host = try await TestHost()
        let domain = try await host.connection.domain(named: "one")
        #expect(try await domain.maximumMemory() == 8192)
        try await domain.setMemory(4096)
        let info = try await domain.info()
        #expect(info.memory == 4096)
        #expect(info.maximumMemory == 8192)
        #expect(info.vcpus == 2)
        #expect(try await domain.vcpuCount() == 2)
        #expect(try await domain.vcpus().map(\.number) == [0, 1])
        try await domain.pinVcpu(1, to: CPUMap([3, 9]))
        #expect(try await domain.vcpuPins(vcpus: 2, hostCPUs: 16)[1] == CPUMap([3, 9]))
    }

    @Test func statisticsOfAllAreOneCall() async throws {
        let host = try await TestHost()
        let connection = host.connection
        let two = try await connection.defineDomain(xml: TestHost.domainXML("two"))
        let before = connection.statistics.totalCalls
        let all = try await connection.domainStatistics([.state])
        #expect(Set(all.map(\.domain.name)) == ["one", "two"])
        let running = try #require(all.first { $0.domain.name == "one" })
        #expect(running.status?.state == .running)
        let some = try await connection.statistics(of: [two], [.state])
        #expect(some.map(\.domain.uuid) == [two.uuid])
        #expect(some.first?.status?.state == .shutOff)
        #expect(try await connection.statistics(of: []).isEmpty)
        #expect(connection.statistics.totalCalls - before == 2)
    }

    @Test func snapshots() async throws {
        let host = try await TestHost()
        let domain = try await host.connection.domain(named: "one")
        #expect(try await domain.currentSnapshot()?.name == nil)
        let first = try await domain.createSnapshot(xml: "<domainsnapshot><name>first</name></domainsnapshot>")
        #expect(first.name == "first")
        try await domain.suspend()
        let second = try await domain.createSnapshot(xml: "<domainsnapshot><name>second</name></domainsnapshot>")
        #expect(try await second.parent()?.name == "first")
        #expect(try await first.parent()?.name == nil)
        #expect(try await first.children().map(\.name) == ["second"])
        #expect(Set(try await domain.snapshots().map(\.name)) == ["first", "second"])
        #expect(try await domain.currentSnapshot()?.name == "second")
        try await first.revert()
        #expect(try await domain.status().state == .running)
        #expect(try await first.isCurrent())
        try await first.delete(.children)
        #expect(try await domain.snapshots().isEmpty)
    }

    @Test func savedStateComesBack() async throws {
        let host = try await TestHost()
        let connection = host.connection
        let domain = try await connection.domain(named: "one")
        let path = host.directory.path + "/saved"
        try await domain.save(to: path)
        #expect(try await !domain.isActive())
        #expect(try await connection.saveImageXML(path: path).contains("<name>one</name>"))
        try await connection.restoreDomain(from: path)
        #expect(try await domain.status().runningReason == .restored)
        #expect(try await !domain.hasManagedSave())
        try await domain.managedSave()
        #expect(try await domain.hasManagedSave())
        try await domain.removeManagedSave()
        #expect(try await !domain.hasManagedSave())
    }

    private func expectFailure(
        _ code: LibvirtError.Code, location: SourceLocation = #_sourceLocation, _ call: () async throws -> Void
    ) async {
        let error = await #expect(throws: LibvirtError.self, sourceLocation: location) { try await call() }
        #expect(error?.code == code, "\(error?.message ?? "")", sourceLocation: location)
    }
}
