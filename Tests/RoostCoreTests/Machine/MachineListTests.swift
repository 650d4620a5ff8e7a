import Libvirt
import Testing

@testable import RoostCore

@Suite struct MachineListTests {
    @Test(arguments: [10, 300])
    func aListTakesFourCallsHoweverManyMachinesThereAre(_ count: Int) async throws {
        let world = try await TestWorld(running: ["one"], off: (1..<count).map { "m\($0)" })
        let statistics = world.host.connection.statistics
        let before = statistics.totalCalls
        let rows = try await world.host.machineList()
        #expect(rows.count == count)
        #expect(statistics.totalCalls - before == 4)
        #expect(rows.map(\.name) == rows.map(\.name).sorted())
        #expect(rows.filter { $0.state == .running }.map(\.name) == ["one"])
    }

    @Test func tagsNarrowTheListDown() async throws {
        let world = try await TestWorld(off: ["plain"])
        try await world.define("both", tags: ["web", "env:test"])
        try await world.define("web", tags: ["web"])
        func names(_ tags: String...) async throws -> [String] {
            try await world.host.machineList(MachineFilter(tags: tags)).map(\.name)
        }
        #expect(try await names("web") == ["both", "web"])
        #expect(try await names("web", "env:test") == ["both"])
        #expect(try await names("we").isEmpty)
        #expect(try await world.host.machineList(MachineFilter(tags: ["env:test"])).first?.tags == ["web", "env:test"])
        #expect(try await world.host.machineList().allSatisfy { $0.tags == nil })
    }

    @Test func namesAndStatesNarrowTheListDown() async throws {
        let world = try await TestWorld(running: ["web1"], off: ["web2", "db1"])
        #expect(try await world.host.machineList(MachineFilter(names: ["web*"])).map(\.name) == ["web1", "web2"])
        #expect(try await world.host.machineList(MachineFilter(states: [.off])).map(\.name) == ["db1", "web2"])
        #expect(try await world.host.machineList(MachineFilter(names: ["no*"])).isEmpty)
        await expectFailure(.notFound) { _ = try await world.host.machineList(MachineFilter(names: ["web3"])) }
    }
}
