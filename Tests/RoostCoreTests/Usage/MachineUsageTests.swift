import Libvirt
import Testing

@testable import RoostCore

@Suite struct MachineUsageTests {
    private let start = ContinuousClock.now

    private func sample(after seconds: Double, _ machines: MachineCounters...) -> UsageSample {
        UsageSample(time: start + .seconds(seconds), machines: machines)
    }

    private let before = MachineCounters(
        name: "web1", uuid: "u", run: 1, state: .running, vcpus: 2, cpuTime: 1_000_000_000, memory: 512,
        memoryUsed: 100,
        read: 1000, written: 0, received: 500, sent: nil)

    @Test func ratesAreOverTheInterval() throws {
        var now = before
        now.cpuTime = 3_000_000_000
        now.read = 5000
        now.written = 100
        let usage = try #require(MachineUsage.between(sample(after: 0, before), sample(after: 4, now)).first)
        #expect(usage.cpuPercent == 50)
        #expect(usage.cpuPercentOfVcpus == 25)
        #expect(usage.diskReadRate == 1000 && usage.diskWriteRate == 25)
        #expect(usage.networkReceiveRate == 0 && usage.networkSendRate == nil)
        #expect(usage.memory == 512 && usage.memoryUsed == 100)
    }

    @Test func countersThatStartedAnewMakeNoRate() throws {
        var restarted = before
        restarted.run = 2
        restarted.cpuTime = 9_000_000_000
        var backwards = before
        backwards.cpuTime = 1
        for now in [restarted, backwards] {
            let usage = try #require(MachineUsage.between(sample(after: 0, before), sample(after: 1, now)).first)
            #expect(usage.cpuPercent == nil && usage.cpuPercentOfVcpus == nil)
        }
    }

    @Test func hostileCountersDoNotTrap() throws {
        var now = before
        (now.cpuTime, now.read, now.vcpus) = (.max, .max, 0)
        let usage = try #require(MachineUsage.between(sample(after: 0, before), sample(after: 0.001, now)).first)
        #expect(usage.cpuPercentOfVcpus == nil)
        #expect(usage.cpuPercent ?? 0 > 0)
        // No time has passed.
        #expect(MachineUsage.between(sample(after: 0, before), sample(after: 0, now)).first?.cpuPercent == nil)
    }

    @Test func machinesComeAndGo() {
        #expect(MachineUsage.between(sample(after: 0, before), sample(after: 1)).isEmpty)
        let new = MachineUsage.between(sample(after: 0), sample(after: 1, before))
        #expect(new.map(\.name) == ["web1"] && new[0].cpuPercent == nil)
    }

    @Test func theHungriestComesFirstAndEqualsByName() {
        func usage(_ name: String, _ cpu: Double?, memory: UInt64 = 0) -> MachineUsage {
            MachineUsage(name: name, uuid: name, state: .running, cpuPercent: cpu, memoryUsed: memory)
        }
        let rows = [usage("c", 1, memory: 9), usage("b", 5), usage("a", 5), usage("d", nil)]
        #expect(rows.sorted(by: .cpu).map(\.name) == ["a", "b", "c", "d"])
        #expect(rows.sorted(by: .memory).map(\.name) == ["c", "a", "b", "d"])
        #expect(rows.sorted(by: .name).map(\.name) == ["a", "b", "c", "d"])
    }

    /// The test driver has no bulk statistics, but the call that was tried counts.
    @Test func oneCallMeasuresAllMachines() async throws {
        let uri = try HostURI("test:///default")
        let host = Host(name: "test", uri: uri, connection: try await Connection.open(uri: uri.text))
        let before = host.connection.statistics.totalCalls
        _ = try? await host.usageSample()
        #expect(host.connection.statistics.totalCalls == before + 1)
    }
}
