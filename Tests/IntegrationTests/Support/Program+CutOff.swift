import Subprocess

extension Program {
    /// Runs it, and sends it a signal once `moment` has come.
    func cutOff(_ arguments: [String], by signal: Int32, once moment: () async throws -> Void) async throws {
        _ = try await Subprocess.run(
            executable, arguments: Arguments(arguments), input: .none, output: .discarded, error: .discarded
        ) { execution in
            try await moment()
            try execution.send(signal: Signal(rawValue: signal))
        }
    }
}
