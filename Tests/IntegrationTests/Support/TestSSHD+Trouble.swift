import Subprocess

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension TestSSHD {
    /// The far programs that carry connections.
    func carriers(_ uri: String) throws -> [String] {
        let folder = try login(uri).folder.path
        let scripts = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".sh") }
        return scripts.flatMap { script in
            ["virt-ssh-helper", "nc"].filter { text("\(folder)/\(script)").contains(" '\($0) ") }
        }
    }

    /// A socket that takes connections and never says a word.
    /// - Parameter body: is given a look at how many connections it has taken.
    func withListener(
        _ socket: String, group: String, _ body: (_ taken: () async throws -> Int) async throws -> Void
    ) async throws {
        _ = try await Subprocess.run(
            .name("socat"),
            arguments: ["UNIX-LISTEN:\(socket),fork,mode=660,group=\(group)", "EXEC:sleep 600,nofork"],
            input: .none, output: .discarded, error: .discarded
        ) { execution in
            do {
                try await wait("the socket") { FileManager.default.fileExists(atPath: socket) }
                let process = String(execution.processIdentifier.value)
                try await body {
                    try await Program.named("pgrep").run(["-P", process]).output.split(separator: "\n").count
                }
            } catch {
                try execution.send(signal: .terminate)
                throw error
            }
            try execution.send(signal: .terminate)
        }
    }

    /// Has `roost events` run, breaks something, and waits until it has told of it.
    /// - Returns: all that it told.
    func following(_ host: String, until text: String, _ breakIt: () async throws -> Void) async throws -> String {
        let (output, errors) = ("\(directory)/events", "\(directory)/events-errors")
        _ = try await Subprocess.run(
            .name("sh"),
            arguments: [
                "-c", "exec \"$0\" --host \"$1\" events >\"$2\" 2>\"$3\"", try Program.roostPath, host, output, errors,
            ],
            environment: .inherit.updating(
                Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })),
            input: .none, output: .discarded, error: .discarded
        ) { execution in
            do {
                try await wait("the events") { self.text(errors).contains("Waiting for events") }
                try await breakIt()
                try await wait(text) { self.text(output).contains(text) }
            } catch {
                try execution.send(signal: .kill)
                throw error
            }
            try execution.send(signal: .interrupt)
        }
        return self.text(output)
    }
}
