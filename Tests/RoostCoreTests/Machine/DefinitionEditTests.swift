import Libvirt
import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct DefinitionEditTests {
    private static func opened(_ name: String = "web1", in world: TestWorld) async throws -> DefinitionEdit {
        try await DefinitionEdit(try await world.host.machine(name))
    }

    private static func definition(of edit: DefinitionEdit) async throws -> String {
        try await edit.machine.domain.xml([.inactive, .secure])
    }

    @Test func theSameTextChangesNothing() async throws {
        let world = try await TestWorld(off: ["web1"])
        let edit = try await Self.opened(in: world)
        #expect(try await edit.apply(edit.original + "\n\n", over: edit.original, validating: true) == .unchanged)
    }

    @Test func aGoodTextIsApplied() async throws {
        let world = try await TestWorld(off: ["web1"])
        let edit = try await Self.opened(in: world)
        let text = edit.original.replacing("<vcpu placement='static'>2<", with: "<vcpu placement='static'>3<")
        #expect(text != edit.original)
        let outcome = try await edit.apply(text, over: edit.original, validating: true)
        #expect(outcome == .applied(.init(hadEffect: true, isActive: false, hasSavedState: false)))
        #expect(try await Self.definition(of: edit).contains(">3</vcpu>"))
    }

    @Test func aRunningMachineGetsItAtItsNextStart() async throws {
        let world = try await TestWorld(off: ["web1"])
        let edit = try await Self.opened(in: world)
        try await edit.machine.start()
        let text = edit.original.replacing("</name>", with: "</name><title>Web</title>")
        guard case .applied(let applied) = try await edit.apply(text, over: edit.original, validating: true) else {
            Issue.record("not applied")
            return
        }
        #expect(applied.isActive)
    }

    @Test(arguments: [
        ("</domain>", "", "line "), ("<name>web1</name>", "<name>web2</name>", "roost rename web1 web2"),
        ("<uuid>", "<uuid>0", "UUID"), ("<domain ", "<network ", "line "),
        ("<memory", "<!DOCTYPE x [<!ENTITY a 'b'>]><memory", "line "),
    ])
    func aBadTextIsRejectedAndNothingChanges(_ case: (old: String, new: String, says: String)) async throws {
        let world = try await TestWorld(off: ["web1"])
        let edit = try await Self.opened(in: world)
        let text = edit.original.replacing(`case`.old, with: `case`.new)
        #expect(text != edit.original)
        guard
            case .rejected(let failure, canForce: false) = try await edit.apply(
                text, over: edit.original, validating: true)
        else {
            Issue.record("not rejected: \(text)")
            return
        }
        #expect("\(failure) \(failure.remedy ?? "")".contains(`case`.says), "\(failure)")
        #expect(try await Self.definition(of: edit) == edit.original)
    }

    @Test func aRemovedUUIDIsRejected() async throws {
        let world = try await TestWorld(off: ["web1"])
        let edit = try await Self.opened(in: world)
        let text = edit.original.replacing("<uuid>\(edit.machine.uuid)</uuid>", with: "")
        guard case .rejected(let failure, _) = try await edit.apply(text, over: edit.original, validating: true) else {
            Issue.record("not rejected")
            return
        }
        #expect(failure.why == "its UUID was removed")
    }

    @Test func whatOnlyTheSchemaRefusesCanBeForced() async throws {
        let world = try await TestWorld(off: ["web1"])
        let edit = try await Self.opened(in: world)
        let text = edit.original.replacing("</name>", with: "</name><unheardOf/>")
        guard case .rejected(_, canForce: true) = try await edit.apply(text, over: edit.original, validating: true)
        else {
            Issue.record("not rejected by the schema")
            return
        }
        // libvirt drops what it does not know, which leaves what was there.
        let outcome = try await edit.apply(text, over: edit.original, validating: false)
        #expect(outcome == .applied(.init(hadEffect: false, isActive: false, hasSavedState: false)))
    }

    @Test func anotherPersonsChangeIsNotOverwrittenUnseen() async throws {
        let world = try await TestWorld(off: ["web1"])
        let edit = try await Self.opened(in: world)
        _ = try await edit.machine.change(MachineChange(title: "theirs"))
        let text = edit.original.replacing("</name>", with: "</name><title>mine</title>")
        guard case .changedMeanwhile(let now) = try await edit.apply(text, over: edit.original, validating: true) else {
            Issue.record("the change was not noticed")
            return
        }
        #expect(now.contains("theirs"))
        #expect(try await edit.machine.domain.title(impact: .config) == "theirs")
        guard case .applied = try await edit.apply(text, over: now, validating: true) else {
            Issue.record("not applied after it was agreed")
            return
        }
        #expect(try await edit.machine.domain.title(impact: .config) == "mine")
    }

    @Test func aMachineThatIsGoneIsNotMadeAgain() async throws {
        let world = try await TestWorld(off: ["web1"])
        let edit = try await Self.opened(in: world)
        try await edit.machine.domain.undefine()
        let text = edit.original.replacing("</name>", with: "</name><title>mine</title>")
        await expectFailure(.notFound) { _ = try await edit.apply(text, over: edit.original, validating: true) }
        await #expect(throws: LibvirtError.self) { try await world.host.connection.domain(named: "web1") }
    }

    private static func displays(_ passwords: [String]) -> String {
        zip(["spice", "vnc"], passwords).map { "<graphics type='\($0)' autoport='yes' \($1)/>" }.joined()
    }

    /// A display that has lost its password would be open to everybody; one whose password was taken away stays without.
    @Test func passwordsComeBackToTheirOwnDisplays() async throws {
        let world = try await TestWorld()
        try await world.define("web1", devices: Self.displays(["passwd='of-spice'", "passwd='of-vnc'"]))
        let edit = try await Self.opened(in: world)
        let shown = try await edit.machine.xml(.nextStart)
        #expect(!shown.contains("of-"))
        func kept(_ text: String) throws -> [String?] {
            let domain = try LibvirtXML.Domain(parsing: edit.keepingPasswords(text))
            return domain.devices.graphics.map { "\($0.type?.rawValue ?? "") \($0.password ?? "none")" }
        }
        #expect(try kept(shown) == ["spice of-spice", "vnc of-vnc"])
        var domain = try LibvirtXML.Domain(parsing: shown)
        // The first is taken out: the second is at its place, and still the second.
        domain.devices.graphics = [domain.devices.graphics[1]]
        #expect(try kept(domain.xml()) == ["vnc of-vnc"])
        domain = try LibvirtXML.Domain(parsing: shown)
        domain.devices.graphics.reverse()
        #expect(try kept(domain.xml()) == ["vnc of-vnc", "spice of-spice"])
        domain.devices.graphics[0].password = ""
        domain.devices.graphics[1].password = "new"
        #expect(try kept(domain.xml()) == ["vnc ", "spice new"])
        domain.devices.graphics = []
        #expect(try kept(domain.xml()) == [])
        #expect(edit.keepingPasswords("<domain") == "<domain")
    }
}
