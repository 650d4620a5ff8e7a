import RoostCore
import Subprocess
import SystemPackage

/// A program with windows of its own that this one waits for.
enum AttachedProgram {
    /// Runs it until it ends; a cancellation ends it.
    /// - Parameter path: of the program; nothing is searched for, and no shell is involved.
    /// - Throws: ``Failure`` when it does not start or does not end well; `CancellationError` when the task was cancelled.
    static func run(_ path: String, _ arguments: [String]) async throws {
        var options = PlatformOptions()
        options.teardownSequence = [.send(signal: .terminate, allowedDurationToNextStep: .seconds(2))]
        let status: TerminationStatus
        do {
            status = try await Subprocess.run(
                .path(FilePath(path)), arguments: Arguments(arguments), platformOptions: options, input: .none,
                output: .currentStandardError, error: .currentStandardError
            ).terminationStatus
        } catch {
            try Task.checkCancellation()
            throw Failure(.general, "Cannot start \(path)", why: "\(error)")
        }
        try Task.checkCancellation()
        switch status {
        case .exited(0): return
        case .exited(let code): throw Failure(.general, "\(path) ended with code \(code)")
        // Ctrl-C at the terminal reaches it as well as this program, and perhaps before.
        case .signaled(2): throw CancellationError()
        case .signaled(let number): throw Failure(.general, "\(path) was ended by signal \(number)")
        }
    }
}
