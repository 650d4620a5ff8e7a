import Libvirt
import Testing

@testable import RoostCore

@Suite struct MachineWaitTests {
    /// Waiting has begun once it listens, and what happens after that must end it.
    private func listening(_ world: TestWorld, registrations: Int = 1) async {
        let statistics = world.host.connection.statistics
        while (statistics.calls["virConnectDomainEventRegisterAny"] ?? 0) < registrations { await Task.yield() }
    }

    @Test func whatHoldsAlreadyIsNotWaitedFor() async throws {
        let world = try await TestWorld(running: ["on"], off: ["off"])
        try await world.host.machine("on").wait(for: .running)
        try await world.host.machine("off").wait(for: .shutdown)
    }

    @Test func aStartEndsTheWaitingForIt() async throws {
        let world = try await TestWorld(off: ["web1"])
        let machine = try await world.host.machine("web1")
        let waiting = Task { try await machine.wait(for: .running) }
        await listening(world)
        try await machine.start()
        #expect(try await waiting.value.isEmpty)
    }

    @Test func onlyTheMachinesOwnEventsCount() async throws {
        let world = try await TestWorld(running: ["web1", "web2"])
        let machine = try await world.host.machine("web1")
        let waiting = Task { try await machine.wait(for: .shutdown) }
        await listening(world)
        try await world.host.machine("web2").destroy()
        try await machine.destroy()
        // It was off for a moment only, and that is enough.
        try await machine.start()
        #expect(try await waiting.value.isEmpty)
    }

    @Test func theTimeIsUp() async throws {
        let world = try await TestWorld(off: ["web1"])
        let failure = await expectFailure(.timeout) {
            try await world.host.machine("web1").wait(for: .running, timeout: .milliseconds(20))
        }
        #expect(failure?.description.hasPrefix("web1 has not started within") == true)
    }

    @Test(.timeLimit(.minutes(1)))
    func cancellingStopsTheWaitingOnly() async throws {
        let world = try await TestWorld(running: ["web1"])
        let waiting = Task {
            try await world.fleet.forEachMachine(["web1"]) { try await $0.wait(for: .shutdown) }
        }
        await listening(world)
        waiting.cancel()
        let failure = await #expect(throws: PartialFailure.self) { try await waiting.value }
        #expect(failure?.kind == .interrupted)
        #expect(failure?.failures.first?.description == "Stopped waiting for web1")
        #expect(failure?.failures.first?.remedy == "It goes on by itself.")
        #expect(try await world.host.machine("web1").state() == .running)
    }

    @Test(.timeLimit(.minutes(1)))
    func aLostConnectionEndsTheWaiting() async throws {
        let world = try await TestWorld(running: ["web1"])
        let machine = try await world.host.machine("web1")
        let waiting = Task { try await machine.wait(for: .shutdown) }
        await listening(world)
        await world.host.close()
        await expectFailure(.unreachable) { _ = try await waiting.value }
    }

    @Test func whatCannotComeIsNotWaitedFor() async throws {
        let world = try await TestWorld(running: ["bare"], off: ["off"])
        for condition in [MachineCondition.address, .ssh, .agent] {
            let failure = await expectFailure(.state) {
                try await world.host.machine("off").wait(for: condition)
            }
            #expect(failure?.remedy == "roost start off")
            await expectFailure(.unsupported) { try await world.host.machine("bare").wait(for: condition) }
        }
    }

    @Test func addressesComeWithTheirSource() async throws {
        let world = try await TestWorld()
        _ = try await world.host.connection.createNetwork(
            xml: """
                <network><name>default</name><ip address='192.168.122.1' netmask='255.255.255.0'>
                  <dhcp><range start='192.168.122.2' end='192.168.122.254'/></dhcp></ip></network>
                """)
        let card = "<interface type='network'><mac address='52:54:00:AA:bb:cc'/><source network='default'/></interface>"
        let machine = try await world.define("web1", devices: card)
        try await machine.start()
        let found = try await machine.wait(for: .address, timeout: .seconds(30))
        // The test driver makes a lease up for each card of a network.
        #expect(found.map(\.source) == [.lease])
        #expect(found.allSatisfy { $0.isReachable && !$0.address.isEmpty })
        #expect(try await machine.detail().interfaces.first?.addresses == found)
    }

    @Test(arguments: [
        ("192.168.122.5", true), ("127.0.0.1", false), ("169.254.3.4", false), ("::1", false), ("fe80::1", false),
        ("FEB0::1", false), ("fd00::1", true), ("2001:db8::1", true),
    ])
    func reachableAddresses(_ address: String, _ expected: Bool) {
        #expect(MachineAddress(address: address, prefix: nil, source: .agent).isReachable == expected)
    }
}
