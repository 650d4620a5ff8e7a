import ArgumentParser
import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

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
        let editor = try TextEditor { ProcessInfo.processInfo.environment[$0] }
        let machine = try await hosts.site().machine(machine)
        let edit = try await machine.editing()
        let file = try PrivateFile(edit.original, name: machine.name)
        do {
            Self.tell(try await Self.edited(edit, in: file, with: editor), about: machine.label)
            file.remove()
        } catch {
            throw Self.keeping(file, of: edit, after: error)
        }
    }

    /// Goes round until the text is applied, says nothing new, or is given up.
    private static func edited(
        _ edit: any SiteEdit, in file: PrivateFile, with editor: TextEditor
    ) async throws -> DefinitionEdit.Outcome {
        while true {
            try await InterruptSignals.whileTerminalIsLent { try await editor.edit(file.path) }
            try Task.checkCancellation()
            var opened = edit.original
            var validating = true
            attempts: while true {
                let outcome = try await edit.apply(try file.read(), over: opened, validating: validating)
                switch outcome {
                case .unchanged, .applied:
                    return outcome
                case .rejected(let failure, let canForce):
                    Report.error(failure)
                    switch try Choice.ask(
                        "What now?", canForce ? [.editAgain, .force, .giveUp] : [.editAgain, .giveUp],
                        unless: GivenUp(kind: failure.kind))
                    {
                    case .force: validating = false
                    case .giveUp: throw GivenUp(kind: failure.kind)
                    default: break attempts
                    }
                case .changedMeanwhile(let now):
                    let path = try file.addSibling(now, name: "as-it-is-now.txt")
                    let failure = Failure(
                        .state, "The definition of \(edit.label) was changed by somebody else meanwhile",
                        remedy: "What it is now: \(path)")
                    Report.error(failure)
                    switch try Choice.ask(
                        "What now?", [.editAgain, .overwrite, .giveUp], unless: GivenUp(kind: failure.kind))
                    {
                    case .overwrite: opened = now
                    case .giveUp: throw GivenUp(kind: failure.kind)
                    default: break attempts
                    }
                }
            }
        }
    }

    /// The person, or nobody being there, has ended the rounds; why has been said already.
    private struct GivenUp: Error {
        let kind: FailureKind
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

    /// What is told when the work is not applied: unsaved work stays where it is.
    private static func keeping(_ file: PrivateFile, of edit: any SiteEdit, after error: any Error) -> any Error {
        let text = try? file.read()
        if text == edit.original {
            file.remove()
            return error
        }
        let kept = "Your text is kept: \(file.path)"
        switch error {
        case let givenUp as GivenUp:
            return Failure(givenUp.kind, "\(edit.label) was not changed", remedy: kept)
        case let failure as Failure:
            return Failure(
                failure.kind, "\(edit.label) was not changed",
                why: failure.why ?? failure.what,
                remedy: [failure.remedy, kept].compactMap(\.self).joined(separator: " "))
        case is CancellationError:
            return Failure(.interrupted, "Stopped; \(edit.label) was not changed", remedy: kept)
        default:
            return Failure(.general, "\(edit.label) was not changed", why: "\(error)", remedy: kept)
        }
    }
}
