import Testing

@testable import Libvirt

@Suite struct ConnectionLifetimeTests {
    @Test func threadsAndHandlesEndWithTheLastHandle() async throws {
        var connection: Connection? = try await Connection.open(uri: "test:///default")
        let statistics = try #require(connection).statistics
        var domain: Domain? = try await connection?.domain(named: "test")
        #expect(domain?.name == "test")
        #expect(statistics.liveHandles == 2)
        #expect(statistics.threads >= 1)
        #expect(statistics.calls == ["virConnectOpenAuth": 1, "virDomainLookupByName": 1])

        connection = nil
        // The domain alone keeps the connection open.
        #expect(try await domain?.connection.domain(id: 1).name == "test")
        domain = nil
        await statistics.allThreadsEnded()
        #expect(statistics.liveHandles == 0)
        #expect(statistics.threads == 0)
    }

    @Test func closeRefusesFurtherCalls() async throws {
        let connection = try await Connection.open(uri: "test:///default")
        let domain = try await connection.domain(named: "test")
        await connection.close()
        await connection.close()
        #expect(connection.statistics.liveHandles == 1)
        let byConnection = await #expect(throws: LibvirtError.self) { try await connection.domain(named: "test") }
        #expect(byConnection?.code == .connectionClosed)
        let byLongWork = await #expect(throws: LibvirtError.self) { try await connection.longWork() }
        #expect(byLongWork?.code == .connectionClosed)
        _ = domain
    }

    @Test func openFailuresCarryLibvirtsCode() async throws {
        // By a driver of libvirt's own, which asks no daemon.
        let noFile = await #expect(throws: LibvirtError.self) {
            try await Connection.open(uri: "test:///nonexistent/file.xml")
        }
        #expect(noFile?.code == .xmlError)
        let missing = await #expect(throws: LibvirtError.self) {
            try await Connection.open(uri: "qemu+unix:///system?socket=/nonexistent/socket")
        }
        #expect(missing?.code == .systemError)
        #expect(missing?.domain == .rpc)
        let cut = await #expect(throws: LibvirtError.self) { try await Connection.open(uri: "test:///\0default") }
        #expect(cut?.code == .invalidText)
    }
}
