import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct DisplayPasswordTests {
    private func blueprint(_ graphics: String, seed: UInt64 = 1) throws -> MachineBlueprint {
        let request = try CreateLine.request("roost --name web --import --disk /images/debian.qcow2 \(graphics)")
        var generator = SeededGenerator(seed: seed)
        return try MachineBlueprint(request, on: GoldenHost.kvm.facts(for: request, osName: nil), using: &generator)
    }

    @Test(arguments: ["0.0.0.0", "::", "10.0.0.5", "server.example.org"])
    func aDisplayThatOthersReachHasAPassword(_ address: String) throws {
        let blueprint = try blueprint("--graphics vnc,listen=\(address)")
        let password = try #require(blueprint.generatedPassword?.revealed)
        #expect(password.utf8.count == 8)
        #expect(blueprint.definition().devices.graphics.map(\.password) == [password])
        #expect(blueprint.definition().devices.graphics.map(\.passwordValidUntil) == [nil])
    }

    @Test(arguments: ["", "--graphics vnc", "--graphics vnc,listen=::1", "--graphics vnc,listen=socket"])
    func aLocalDisplayHasNone(_ graphics: String) throws {
        let blueprint = try blueprint(graphics)
        #expect(blueprint.generatedPassword == nil)
        #expect(blueprint.definition() == blueprint.domain)
    }

    /// What is shown is not the password, and lets nobody in when it is defined as it is.
    @Test func theShownDefinitionKeepsTheSecret() throws {
        for graphics in ["vnc,listen=0.0.0.0", "vnc,password=hunter2", "spice,listen=0.0.0.0"] {
            let blueprint = try blueprint("--graphics \(graphics)")
            let real = try #require(blueprint.definition().devices.graphics.first?.password)
            let shown = try #require(blueprint.domain.devices.graphics.first)
            #expect(try !blueprint.domain.xml().contains(real))
            #expect(shown.passwordValidUntil == "1970-01-01T00:00:00")
            #expect(!"\(blueprint.notices)".contains(real))
            var dumped = ""
            dump(blueprint, to: &dumped)
            #expect(!dumped.contains(real) && !String(reflecting: blueprint).contains(real))
        }
    }

    @Test func aGivenPasswordStays() throws {
        let blueprint = try blueprint(
            "--graphics vnc,listen=0.0.0.0,password=hunter2,passwordValidTo=2030-01-31T12:00:00")
        #expect(blueprint.generatedPassword == nil)
        let display = try #require(blueprint.definition().devices.graphics.first)
        #expect(display.password == "hunter2")
        #expect(display.passwordValidUntil == "2030-01-31T12:00:00")
    }

    @Test func everyPasswordIsAnother() throws {
        let passwords = try (1...50).map { try blueprint("--graphics vnc,listen=::", seed: $0).generatedPassword }
        #expect(Set(passwords).count == 50)
    }

    @Test func displaysOfOneMachineShareTheGeneratedOne() throws {
        let blueprint = try blueprint("--graphics vnc,listen=:: --graphics spice,listen=0.0.0.0 --graphics vnc")
        let password = blueprint.generatedPassword?.revealed
        #expect(blueprint.definition().devices.graphics.map(\.password) == [password, password, nil])
    }
}
