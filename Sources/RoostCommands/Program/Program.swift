import ArgumentParser
import Glibc
import RoostCore
import TerminalOutput

/// The command line from its arguments to its exit code. The one place that decides what a person sees of an error.
public enum Program {
    /// Runs one command and ends the process with its exit code.
    public static func run(arguments: [String]) async -> Never {
        signal(SIGPIPE, SIG_IGN)
        let command: any ParsableCommand
        let arguments = OptionalValues.joined(LeadingOptions.moved(arguments))
        do {
            command = try await Roost.asyncParseAsRoot(arguments)
        } catch {
            if let failure = VirtInstallHabits.failure(Roost.message(for: error), arguments: arguments) {
                exit(report(failure))
            }
            leave(parserError: error)
        }
        let work = Task { try await execute(command) }
        let interrupts = InterruptSignals { work.cancel() }
        let outcome = await work.result
        Host.settleAll()
        interrupts.stop()
        switch outcome {
        case .success: exit(0)
        case .failure(let error): exit(report(error))
        }
    }

    private static func execute(_ command: any ParsableCommand) async throws {
        var command = command
        if var asynchronous = command as? any AsyncParsableCommand {
            try await asynchronous.run()
        } else {
            try command.run()
        }
    }

    /// Prints a failure and gives its exit code.
    static func report(_ error: any Error) -> Int32 {
        switch error {
        case let failure as Failure:
            Report.error(failure)
            return failure.kind.exitCode
        case let failures as PartialFailure:
            for failure in failures.failures { Report.error(failure) }
            return failures.kind.exitCode
        case OutputError.brokenPipe:
            return 0
        case is CancellationError:
            Report.error(Failure(.interrupted, "Stopped"))
            return FailureKind.interrupted.exitCode
        default:
            if Roost.exitCode(for: error) == .success { leave(parserError: error) }
            Report.error(Failure(.general, Roost.message(for: error)))
            return FailureKind.general.exitCode
        }
    }

    /// `--help` and `--version` come as errors too; they go to standard output with code 0.
    private static func leave(parserError error: any Error) -> Never {
        let text = Roost.fullMessage(for: error) + "\n"
        let isAnswer = Roost.exitCode(for: error) == .success
        let output: StreamOutput = isAnswer ? .standardOutput : .standardError
        // Where the reader has gone there is nobody left to tell.
        try? output.write(text)
        try? output.flush()
        exit(isAnswer ? 0 : FailureKind.usage.exitCode)
    }
}
