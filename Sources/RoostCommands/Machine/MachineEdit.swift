import ArgumentParser
import RoostCore

struct MachineEdit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Edit a machine's definition in your editor.",
        discussion: """
            Opens the XML in VISUAL, else EDITOR, else vi. It is applied as a whole or not at all; what libvirt refuses \
            can be edited again.
            """)

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let rounds = try EditorRounds()
        let machine = try await hosts.site().machine(machine)
        Self.tell(try await rounds.run(try await machine.editing()), about: machine.label)
    }

    private static func tell(_ outcome: DefinitionEdit.Outcome, about name: String) {
        guard case .applied(let applied) = outcome, applied.hadEffect else {
            Report.notice(
                outcome == .unchanged
                    ? "Nothing changed" : "Nothing changed: libvirt dropped what it does not know of the new text")
            return
        }
        Report.notice("Changed the definition of \(name)")
        if applied.isActive {
            Report.notice(
                "\(name) runs on as it was; shut it down and start it for the new definition: "
                    + "roost shutdown \(ShellWord.quoted(name)), roost start \(ShellWord.quoted(name))")
        } else if applied.hasSavedState {
            Report.notice(
                "\(name) has a saved state, which goes on with the old definition; "
                    + "roost start --fresh \(ShellWord.quoted(name)) throws it away and boots")
        }
    }
}
