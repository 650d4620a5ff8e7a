import Libvirt
import Testing

@Suite struct HostTests {
    @Test func theTestDriversHost() async throws {
        let host = try await TestHost()
        let connection = host.connection
        #expect(connection.uri == "test://\(host.directory.path)/host.xml")
        #expect(try await connection.hypervisorType() == "TEST")
        #expect(try await connection.isAlive())
        #expect(try await connection.isSecure())
        #expect(try await !connection.isEncrypted())
        #expect(try await !connection.hostname().isEmpty)
        #expect(try await connection.capabilities().contains("<capabilities>"))
        #expect(try await connection.daemonVersion() == Library.version)
        let info = try await connection.nodeInfo()
        #expect(info.model == "i986")
        #expect(info.memory == 16_777_216)
        #expect(info.cpus == 50)
        #expect(info.cells == 4)
        #expect(try await connection.nodeCPUStatistics()["idle"] != nil)
        // Only the built-in host says how much of its memory is free.
        let builtIn = try await Connection.open(uri: "test:///default")
        #expect(try await builtIn.freeMemory() > 0)
        #expect(try await builtIn.cellsFreeMemory(count: 2).count == 2)
        #expect(try await connection.onlineCPUs().cpus.contains(0))
        #expect(try await connection.maximumVcpus() > 0)
        // The test driver's world is in the connection, so it has no second one.
        #expect(try await connection.longWork() === connection)
    }
}
