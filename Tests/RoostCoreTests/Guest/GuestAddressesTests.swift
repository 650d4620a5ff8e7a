import Testing

@testable import RoostCore

@Suite struct GuestAddressesTests {
    private func usable(_ addresses: String...) -> [String] {
        GuestAddresses.usable(addresses.map { MachineAddress(address: $0, prefix: nil, source: .agent) }).map(\.address)
    }

    @Test func fourComesBeforeSixAndTheOrderStays() {
        #expect(
            usable("2001:db8::5", "10.0.0.5", "fd00::1", "192.168.122.9", "10.0.0.5")
                == ["10.0.0.5", "192.168.122.9", "2001:db8::5", "fd00::1"])
    }

    @Test func whatAnotherComputerCannotUseIsLeftOut() {
        #expect(
            usable(
                "127.0.0.1", "169.254.1.1", "::1", "fe80::1", "FE80::1", "febf::1", "0.0.0.0", "::",
                "224.0.0.1", "ff02::1", "255.255.255.255", "::ffff:127.0.0.1"
            ).isEmpty)
    }

    /// The guest writes it, and it becomes a word of ssh's.
    @Test func whatAHostileAgentSaysIsLeftOut() {
        #expect(
            usable(
                "", "-oProxyCommand=id", "web1.example", "10.0.0.5 -v", "10.0.0.5\n", "fe80::1%eth0", "fd00::1%$(id)",
                "0x0a000005", "10.5", "010.0.0.5", "10.0.0.5/24", "[fd00::1]", "10.0.0.5\0"
            ).isEmpty)
    }

    @Test func aGuestThatIsOffOrHasNoCardIsSaid() async throws {
        let world = try await TestWorld(running: ["on"], off: ["off"])
        let off = await expectFailure(.state) { _ = try await world.host.machine("off").guestAddresses(for: "X") }
        #expect(off?.remedy == "roost start off")
        await expectFailure(.unsupported) { _ = try await world.host.machine("on").guestAddresses(for: "X") }
        let alone = try await world.define(
            "alone", devices: "<interface type='user'><mac address='52:54:00:00:00:01'/></interface>")
        try await alone.start()
        let shut = await expectFailure(.unsupported) { _ = try await alone.guestAddresses(for: "X") }
        #expect(shut?.why == "its network (of type user) lets nobody in")
    }

    /// libvirt's test driver makes an address up for every card.
    @Test func aGuestWithoutAnAddressIsToldWhatToDo() async throws {
        let machine = try await TestWorld(running: ["web 1"]).host.machine("web 1")
        for (agent, words) in [(nil, "--channel"), (false, "package qemu-guest-agent"), (true, "agent tells none")] {
            let failure = machine.noAddress("X", agent)
            #expect(failure.kind == .state)
            #expect(failure.remedy?.contains("roost wait 'web 1' --for ssh") == true)
            #expect(failure.remedy?.contains(words) == true)
        }
    }

    @Test func theAddressesOfOpenCardsAreFound() async throws {
        let machine = try await TestWorld().define(
            "web1", devices: "<interface type='ethernet'><mac address='52:54:00:00:00:02'/></interface>")
        try await machine.start()
        #expect(try await machine.guestAddresses(for: "X").map(\.address).first?.hasPrefix("192.168.") == true)
    }
}
