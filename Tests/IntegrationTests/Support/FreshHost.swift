import SystemPackage

@testable import RoostCore

/// A fresh Debian with nothing for machines on it, of `scripts/fresh-host`.
struct FreshHost: Sendable {
    /// A person's computer that knows it by ssh as host `fresh`.
    let environment: [String: String]

    private static let script = Program.at(LabHosts.scriptPath.removingLastComponent().appending("fresh-host"))

    /// Gives a test its host, whose archive has what Roost would install, and removes it afterwards.
    static func run(_ body: (FreshHost) async throws -> Void) async throws {
        try await LabClient.run { client in
            let directory = "\(client.directory)/fresh"
            let packages = Distribution(osRelease: ["ID=debian", "VERSION_ID=12"]).packages(for: "x86_64")
            let result: Result<Void, any Error>
            do {
                let made = try await script.run(["up", directory] + packages)
                guard made.succeeded else { throw LabError(what: "fresh-host up: \(made)") }
                let path = "\(directory)/bin:\(client.environment["PATH"] ?? "")"
                result = .success(
                    try await body(FreshHost(environment: client.environment.merging(["PATH": path]) { $1 })))
            } catch {
                result = .failure(error)
            }
            // A test that ran out of time is cancelled, and a cancelled task starts no programs.
            try await Task {
                let ended = try await script.run(["down", directory])
                guard ended.succeeded else { throw LabError(what: "fresh-host down: \(ended)") }
            }.value
            try result.get()
        }
    }

    /// Runs the built `roost`.
    func roost(_ arguments: String...) async throws -> RunResult {
        try await Program.roost.run(arguments, environment: environment)
    }
}
