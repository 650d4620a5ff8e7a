import Subprocess
import SystemPackage

/// The person's own editor, run on a file.
public struct TextEditor: Hashable, Sendable {
    public let program: String
    /// What stands before the file's path.
    public let arguments: [String]

    /// VISUAL, else EDITOR, else vi. A value may hold arguments: `code --wait`.
    /// - Throws: ``Failure`` of kind usage when a value cannot be split into words.
    public init(environment: (String) -> String?) throws(Failure) {
        for variable in ["VISUAL", "EDITOR"] {
            guard let text = environment(variable), text.contains(where: { !$0.isWhitespace }) else { continue }
            guard let words = ShellWords.split(text), let program = words.first, !program.isEmpty else {
                throw Failure(
                    .usage, "Cannot tell which editor \(variable) means", why: "its quotes do not match: \(text)",
                    remedy: "Set it to a program and its arguments: export \(variable)=\"nano -w\"")
            }
            self.program = program
            arguments = Array(words.dropFirst())
            return
        }
        program = "vi"
        arguments = []
    }

    /// Runs the editor on the terminal and waits until it ends; a cancellation does not end it, for it holds a person's
    /// unsaved work.
    /// - Throws: ``Failure`` when it does not start, or ends with another code than 0.
    public func edit(_ path: String) async throws(Failure) {
        let status: TerminationStatus
        do {
            // A task of its own: Subprocess ends its program when the task is cancelled.
            status = try await Task {
                try await Subprocess.run(
                    program.contains("/") ? .path(FilePath(program)) : .name(program),
                    arguments: Arguments(arguments + [path]), input: .currentStandardInput,
                    output: .currentStandardOutput, error: .currentStandardError
                ).terminationStatus
            }.value
        } catch {
            throw Failure(
                .notFound, "Cannot start the editor '\(program)'", why: "\(error)",
                remedy: "Set VISUAL or EDITOR to one that is installed: EDITOR=nano roost edit …")
        }
        switch status {
        case .exited(0): return
        case .exited(let code): throw Failure(.general, "The editor '\(program)' ended with code \(code)")
        case .signaled(let number): throw Failure(.general, "The editor '\(program)' was ended by signal \(number)")
        }
    }
}
