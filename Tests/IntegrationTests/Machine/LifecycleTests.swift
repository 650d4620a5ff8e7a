import Libvirt
import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct LifecycleTests {
    /// One boot serves for all verbs, for a boot by emulation takes half a minute. ``ConsoleTests`` has the reboot.
    @Test(.labLimit)
    func aGuestsWholeDay() async throws {
        try await Lab.run(.guests) { lab in
            let name = try await lab.guest()
            try await lab.succeeding("start", name)
            #expect(try await lab.succeeding("list", "--running", "-q", lab.prefix + "*").output == name + "\n")
            let again = try await lab.roost("start", name)
            #expect(again.failed(.state) && again.errors.contains("\(name) is running already"), "\(again)")

            try await lab.succeeding("wait", name, "--for", "agent", "--timeout", "240")
            let address = try await lab.succeeding("wait", name, "--for", "address", "-q").output
            #expect(address.hasPrefix("192.168."), "\(address)")
            try await expectShown(name, lab)
            #expect(try await lab.succeeding("wait", name, "--for", "ssh", "--timeout", "120", "-q").output == address)

            try await lab.succeeding("suspend", name)
            #expect(try await detail(of: name, lab).state == .paused)
            try await lab.succeeding("resume", name)

            try await lab.succeeding("save", name)
            let saved = try await detail(of: name, lab)
            #expect(saved.state == .off && saved.hasSavedState && saved.reason == "saved", "\(saved)")
            try await lab.succeeding("restore", name)
            // It goes on where it was: its agent is there without a boot.
            try await lab.succeeding("wait", name, "--for", "agent", "--timeout", "60")

            try await lab.succeeding("shutdown", name, "--timeout", "120")
            #expect(try await detail(of: name, lab).state == .off)
            let off = try await lab.roost("shutdown", name)
            #expect(off.failed(.state) && off.errors.contains("\(name) is off already"), "\(off)")
        }
    }

    /// A guest without a system cannot react.
    @Test(.labLimit)
    func aGuestThatDoesNotReact() async throws {
        try await Lab.run { lab in
            let name = try await lab.bareMachine()
            try await lab.succeeding("start", name)
            let ignored = try await lab.roost("shutdown", name, "--timeout", "1")
            #expect(ignored.failed(.timeout) && ignored.errors.contains("the guest does not react"), "\(ignored)")
            #expect(try await detail(of: name, lab).state == .running)
            let forced = try await lab.succeeding("shutdown", name, "--timeout", "1", "--force")
            #expect(forced.errors.contains("did not react"), "\(forced)")
            #expect(try await detail(of: name, lab).state == .off)
        }
    }

    @Test(.labLimit)
    func ctrlCStopsTheWaitingOnly() async throws {
        try await Lab.run { lab in
            let name = try await lab.bareMachine()
            try await lab.succeeding("start", name)
            let domain = try await lab.connection.domain(named: name)
            let presses = try await lab.connection.qemuMonitorEvents(named: "POWERDOWN", of: domain)
            let stopped = try await Program.roost.interrupted(
                ["shutdown", name, "--timeout", "300"], environment: ["ROOST_HOST": Lab.uri]
            ) {
                for await _ in presses { return }
            }
            #expect(stopped.failed(.interrupted), "\(stopped)")
            #expect(stopped.errors.contains("Stopped waiting for \(name)"), "\(stopped)")
            #expect(stopped.errors.contains("It goes on by itself."), "\(stopped)")
            #expect(try await detail(of: name, lab).state == .running)
        }
    }

    @Test(.labLimit)
    func aMachineIsSavedToAFile() async throws {
        try await Lab.run { lab in
            let name = try await lab.bareMachine()
            let file = "\(Lab.imageDirectory)/\(name).save"
            lab.atEnd(file) { try? FileManager.default.removeItem(atPath: file) }
            try await lab.succeeding("start", name)
            try await lab.succeeding("save", name, "--file", file)
            #expect(try await detail(of: name, lab).state == .off)
            try await lab.succeeding("restore", "--file", file)
            #expect(try await detail(of: name, lab).state == .running)
            let again = try await lab.roost("save", name, "--file", file)
            #expect(again.failed(.exists), "\(again)")
        }
    }

    private func detail(of name: String, _ lab: Lab) async throws -> MachineDetail {
        let shown = try await lab.succeeding("show", name, "--format", "json")
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(MachineDetail.self, from: Data(shown.output.utf8))
    }

    private func expectShown(_ name: String, _ lab: Lab) async throws {
        let detail = try await detail(of: name, lab)
        #expect(detail.state == .running && detail.acceleration == "emulation" && detail.firmware == "bios")
        #expect(detail.agentConnected == true)
        #expect(detail.interfaces.first?.addresses.contains { $0.source == .agent && $0.isReachable } == true)
        #expect(detail.graphics.first?.hasPassword == true && detail.graphics.first?.port != nil)
        let disk = try #require(detail.disks.first)
        #expect(disk.target == "vda" && disk.backing?.count == 1)
        #expect((disk.capacity ?? 0) > 1 << 30)
        #expect((1..<(disk.capacity ?? 0)).contains(disk.allocation ?? 0))
        let table = try await lab.succeeding("show", name).output
        #expect(table.contains("(agent)") && table.contains("with a password"), "\(table)")
        // Never the password itself, unless it is asked for.
        let secret = "secret12"
        #expect(!table.contains(secret))
        #expect(try await !lab.succeeding("show", name, "--xml").output.contains(secret))
        #expect(try await lab.succeeding("show", name, "--xml", "--show-secrets").output.contains(secret))
    }
}
