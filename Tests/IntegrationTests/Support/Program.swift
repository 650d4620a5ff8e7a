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
        get throws {
            let tests = FilePath(try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            return Program(executable: .path(tests.removingLastComponent().appending("roost")))
        }
    }

    static func named(_ name: String) -> Program { Program(executable: .name(name)) }

    func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> RunResult {
        let changes = Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })
        let result = try await Subprocess.run(
            executable, arguments: Arguments(arguments), environment: .inherit.updating(changes),
            output: .string(limit: 1 << 22), error: .string(limit: 1 << 22))
        let code: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let signal): 128 + signal
            }
        return RunResult(code: code, output: result.standardOutput ?? "", errors: result.standardError ?? "")
    }
}
