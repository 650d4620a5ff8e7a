import Libvirt
import Testing

@testable import RoostCore

@Suite struct HostInfoTests {
    @Test func theHostIsDescribedInANumberOfCallsThatDoesNotGrow() async throws {
        let few = try await TestHost.host(domains: TestHost.domain("a"))
        let info = try await few.info()
        #expect(info.machines == .init(running: 1, total: 1))
        #expect(info.networks == .init(running: 1, total: 1))
        #expect(info.pools.map(\.name) == ["images"])
        #expect(info.memory > 0 && info.processor.count > 0)
        #expect(info.hypervisor == "TEST")
        let many = try await TestHost.host(domains: (1...50).map { TestHost.domain("m\($0)") }.joined())
        #expect(try await many.info().machines.total == 50)
        #expect(few.connection.statistics.totalCalls == many.connection.statistics.totalCalls)
        await few.close()
        await many.close()
    }

    @Test func operatingSystemsComeInNaturalOrder() throws {
        let ids = try OSRelease.list(matching: "debian*").map(\.id)
        let nine = try #require(ids.firstIndex(of: "debian9"))
        let ten = try #require(ids.firstIndex(of: "debian10"))
        #expect(nine < ten)
        #expect(try OSRelease.list(matching: "no-such-system").isEmpty)
    }
}
