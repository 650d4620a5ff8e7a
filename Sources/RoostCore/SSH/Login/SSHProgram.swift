import Subprocess
import SystemPackage

/// Runs OpenSSH's client, the one that is first in PATH.
enum SSHProgram {
    struct Answer: Sendable {
        /// 255 for an error of ssh itself; 128 and the signal's number for one that was killed.
        let code: Int32
        let output: String
        let errors: String

        var succeeded: Bool { code == 0 }
    }

    /// More than any answer that is asked for.
    private static let longestOutput = 1 << 18

    /// Runs it without a terminal's input and gives back what it wrote.
    /// - Parameters:
    ///   - input: for its standard input, or that of the command on the other side.
    ///   - limit: it is ended then.
    /// - Returns: nil when the time was over.
    static func ask(_ arguments: [String], input: String = "", within limit: Duration) async throws(Failure) -> Answer?
    {
        try await bounded(limit) {
            do {
                let result = try await Subprocess.run(
                    .name("ssh"), arguments: Arguments(arguments), platformOptions: apart, input: .string(input),
                    output: .bytes(limit: longestOutput), error: .bytes(limit: longestOutput))
                return Answer(
                    code: code(result.terminationStatus),
                    output: String(decoding: result.standardOutput, as: UTF8.self),
                    errors: String(decoding: result.standardError, as: UTF8.self))
            } catch let error as SubprocessError where error.code == .outputLimitExceeded {
                // A login file that prints without an end, for one: the host's doing, not this ssh's.
                return Answer(code: 255, output: "", errors: "it prints more than \(longestOutput >> 10) KiB")
            }
        }
    }

    /// Runs one that goes into the background once it is logged in, and outlives this program.
    /// - Parameters:
    ///   - errors: where its standard error goes.
    ///   - limit: for the login; nil where a person is asked.
    /// - Returns: its exit code; nil when the time was over.
    static func login(_ arguments: [String], errors: FileDescriptor, within limit: Duration?) async throws(Failure)
        -> Int32?
    {
        try await bounded(limit) {
            code(
                try await Subprocess.run(
                    .name("ssh"), arguments: Arguments(arguments), platformOptions: options, input: .none,
                    output: .discarded, error: .fileDescriptor(errors, closeAfterSpawningProcess: false)
                ).terminationStatus)
        }
    }

    /// One that asks nobody gets a process group of its own: Ctrl-C at the terminal reaches Roost alone, which decides what ends.
    private static var apart: PlatformOptions {
        var options = options
        options.processGroupID = 0
        return options
    }

    /// ssh puts the terminal back before it ends, so it is asked to before it is killed.
    private static var options: PlatformOptions {
        var options = PlatformOptions()
        options.teardownSequence = [.send(signal: .terminate, allowedDurationToNextStep: .seconds(1))]
        return options
    }

    static func code(_ status: TerminationStatus) -> Int32 {
        switch status {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
    }

    /// A task that is cancelled, or out of time, ends its program.
    static func bounded<Value: Sendable>(
        _ limit: Duration?, _ program: String = "ssh", _ body: @escaping @Sendable () async throws -> Value
    ) async throws(Failure) -> Value? {
        do {
            return try await withThrowingTaskGroup(of: Value?.self) { group in
                group.addTask { try await body() }
                if let limit {
                    group.addTask {
                        try await Task.sleep(for: limit)
                        return nil
                    }
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
        } catch {
            if Task.isCancelled { throw Failure(.interrupted, "Stopped \(program)") }
            throw Failure(
                .general, "Cannot run \(program)", why: "\(error)",
                remedy: program == "ssh" ? "Install OpenSSH's client: sudo apt-get install openssh-client" : nil)
        }
    }
}
