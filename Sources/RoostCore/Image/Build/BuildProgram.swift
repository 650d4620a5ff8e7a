import Subprocess
import SystemPackage

/// Runs one program of a build, by its argument vector; no shell is involved.
struct BuildProgram: Sendable {
    let tool: BuildTool
    let arguments: [String]
    var input = ""
    var environment: [String: String] = [:]

    /// Kept of what it writes, for the error message.
    private static let keptLines = 12

    /// Runs it to its end. A cancelled task ends it, with the time to remove what it made.
    /// - Parameters:
    ///   - task: what fails when it fails.
    ///   - line: told of each line that it writes.
    /// - Throws: ``Failure`` with the last of what it wrote; of kind interrupted when the task was cancelled.
    func run(for task: String, line: (String) -> Void = { _ in }) async throws(Failure) {
        guard let path = tool.find() else { throw tool.missing(for: task) }
        var options = PlatformOptions()
        options.teardownSequence = [.send(signal: .terminate, allowedDurationToNextStep: .seconds(20))]
        var variables: [Environment.Key: String?] = ["LC_ALL": "C"]
        for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
        var last: [String] = []
        let status: TerminationStatus
        do {
            status = try await Subprocess.run(
                .path(FilePath(path)), arguments: Arguments(arguments),
                environment: .inherit.updating(variables), platformOptions: options,
                input: .string(input), output: .discarded, error: .sequence
            ) { execution in
                for try await text in execution.standardError.strings() {
                    last = last.suffix(Self.keptLines - 1) + [text]
                    line(text)
                }
            }.terminationStatus
        } catch {
            if Task.isCancelled { throw Self.stopped(task) }
            throw Failure(.general, task, why: "\(tool.name) could not be run: \(error)")
        }
        if Task.isCancelled { throw Self.stopped(task) }
        switch status {
        case .exited(0): return
        // Ctrl-C at the terminal reaches it as well as this program, and perhaps before.
        case .signaled(2): throw Self.stopped(task)
        case .exited(let code): throw Self.failed("\(tool.name) ended with code \(code)", last, task)
        case .signaled(let signal): throw Self.failed("\(tool.name) was ended by signal \(signal)", last, task)
        }
    }

    private static func stopped(_ task: String) -> Failure {
        Failure(.interrupted, "\(task): stopped, and nothing is left of it")
    }

    private static func failed(_ why: String, _ last: [String], _ task: String) -> Failure {
        Failure(.general, task, why: ([why] + last.filter { !$0.isEmpty }).joined(separator: "\n  "))
    }
}
