import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A person's work on a definition in an editor: opened again until it is applied, says nothing new, or is given up.
struct EditorRounds {
    private let editor: TextEditor

    /// - Throws: `Failure` of kind usage where it is not known which editor is meant.
    init() throws {
        editor = try TextEditor { ProcessInfo.processInfo.environment[$0] }
    }

    /// - Throws: `Failure` that says where the text is kept, when it was not applied.
    func run(_ edit: any TextEdit) async throws -> DefinitionEdit.Outcome {
        let file = try PrivateFile(edit.original, name: edit.fileName)
        do {
            let outcome = try await edited(edit, in: file)
            file.remove()
            return outcome
        } catch {
            throw Self.keeping(file, of: edit, after: error)
        }
    }

    /// Goes round until the text is applied, says nothing new, or is given up.
    private func edited(_ edit: any TextEdit, in file: PrivateFile) async throws -> DefinitionEdit.Outcome {
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

    /// What is told when the work is not applied: unsaved work stays where it is.
    private static func keeping(_ file: PrivateFile, of edit: any TextEdit, after error: any Error) -> any Error {
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
