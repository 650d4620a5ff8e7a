import Subprocess
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A program that tests run.
struct Program: Sendable {
    let executable: Executable

    /// The `roost` that was built together with the tests, next to them.
    static var roost: Program {
        get throws { at(FilePath(try roostPath)) }
    }

    static var roostPath: String {
        get throws {
            let tests = FilePath(try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            return tests.removingLastComponent().appending("roost").string
        }
    }

    static func at(_ path: FilePath) -> Program { Program(executable: .path(path)) }

    /// One that is found in PATH.
    static func named(_ name: String) -> Program { Program(executable: .name(name)) }

    func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> RunResult {
        let result = try await Subprocess.run(
            executable, arguments: Arguments(arguments), environment: Self.environment(environment),
            output: .string(limit: Self.longestOutput), error: .string(limit: Self.longestOutput))
        return RunResult(result.terminationStatus, output: result.standardOutput, errors: result.standardError)
    }

    /// Runs it, and presses Ctrl-C once `moment` has come.
    func interrupted(
        _ arguments: [String], environment: [String: String] = [:], once moment: () async throws -> Void
    ) async throws -> RunResult {
        let result = try await Subprocess.run(
            executable, arguments: Arguments(arguments), environment: Self.environment(environment), input: .none,
            output: .string(limit: Self.longestOutput), error: .string(limit: Self.longestOutput)
        ) { execution in
            try await moment()
            try execution.send(signal: .interrupt)
        }
        return RunResult(result.terminationStatus, output: result.standardOutput, errors: result.standardError)
    }

    private static let longestOutput = 1 << 22

    private static func environment(_ changes: [String: String]) -> Environment {
        .inherit.updating(Dictionary(uniqueKeysWithValues: changes.map { (Environment.Key(stringLiteral: $0), $1) }))
    }
}
