import Subprocess

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension TestSSHD {
    /// A socket that takes connections and never says a word.
    func withListener(_ socket: String, group: String, _ body: () async throws -> Void) async throws {
        _ = try await Subprocess.run(
            .name("socat"),
            arguments: ["UNIX-LISTEN:\(socket),fork,mode=660,group=\(group)", "EXEC:sleep 600,nofork"],
            input: .none, output: .discarded, error: .discarded
        ) { execution in
            do {
                try await wait("the socket") { FileManager.default.fileExists(atPath: socket) }
                try await body()
            } catch {
                try execution.send(signal: .terminate)
                throw error
            }
            try execution.send(signal: .terminate)
        }
    }

    /// Has `roost events` run, breaks something, and waits for its end.
    func following(_ host: String, _ breakIt: () async throws -> Void) async throws -> RunResult {
        let errors = "\(directory)/events-errors"
        let result = try await Subprocess.run(
            .name("sh"),
            arguments: [
                "-c", "exec setsid --wait \"$0\" --host \"$1\" events 2>\"$2\"", try Program.roostPath, host, errors,
            ],
            environment: .inherit.updating(
                Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })),
            input: .none, output: .string(limit: 1 << 20), error: .discarded
        ) { _ in
            try await wait("the events") { text(errors).contains("Waiting for events") }
            try await breakIt()
        }
        return RunResult(result.terminationStatus, output: result.standardOutput, errors: text(errors))
    }
}
