#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A person at a computer that knows the lab's hosts: has a configuration and a runtime directory of their own, and an `ssh`
/// that reads the lab's configuration.
struct LabClient: Sendable {
    /// Where all of it lies. Short, for sockets are made below it.
    let directory: String

    /// What every program of this person gets. No host is named: tests say which.
    var environment: [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return [
            "PATH": "\(LabHosts.directory)/bin:\(path)", "HOME": directory, "XDG_CONFIG_HOME": "\(directory)/config",
            "XDG_RUNTIME_DIR": "\(directory)/run", "XDG_STATE_HOME": "\(directory)/state",
            "XDG_CACHE_HOME": "\(directory)/cache", "ROOST_HOST": "", "LIBVIRT_DEFAULT_URI": "", "DISPLAY": "",
        ]
    }

    /// Gives a test its client, and ends its ssh connections afterwards.
    static func run(_ body: (LabClient) async throws -> Void) async throws {
        let client = LabClient(directory: "/tmp/t-\(String(UInt32.random(in: .min ... .max), radix: 16))")
        for folder in ["", "/config", "/run"] {
            try FileManager.default.createDirectory(
                atPath: client.directory + folder, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
        }
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(client))
        } catch {
            result = .failure(error)
        }
        // A test that ran out of time is cancelled, and a cancelled task starts no programs.
        try await Task {
            try await client.endConnections()
            // An agent that ends at this moment removes its socket itself, which rm does not mind.
            let removed = try await Program.named("rm").run(["-rf", client.directory])
            guard removed.succeeded else { throw LabError(what: "rm \(client.directory): \(removed)") }
        }.value
        try result.get()
    }

    /// Runs the built `roost`.
    func roost(_ arguments: String..., environment changes: [String: String] = [:]) async throws -> RunResult {
        try await Program.roost.run(arguments, environment: environment.merging(changes) { $1 })
    }

    func roost(_ arguments: [String]) async throws -> RunResult {
        try await Program.roost.run(arguments, environment: environment)
    }

    /// The same for what must succeed; the test ends where it does not.
    @discardableResult
    func succeeding(_ arguments: String..., environment changes: [String: String] = [:]) async throws -> RunResult {
        let result = try await Program.roost.run(arguments, environment: environment.merging(changes) { $1 })
        guard result.succeeded else { throw LabError(what: "roost \(arguments.joined(separator: " ")): \(result)") }
        return result
    }

    /// Runs a command in a host by ssh, as a person would.
    /// - Parameter destination: `lab1`, `operator@lab1`.
    func ssh(_ destination: String, _ command: String, environment changes: [String: String] = [:]) async throws
        -> RunResult
    {
        try await LabHosts.ssh.run(
            ["-n", destination, command], environment: environment.merging(changes) { $1 })
    }

    /// Every control master that this person's runtime directory holds: they would go on for minutes.
    private func endConnections() async throws {
        for file in try FileManager.default.subpathsOfDirectory(atPath: "\(directory)/run") where file.hasSuffix("/ctl")
        {
            // One that has ended by itself says so, and that is as good.
            _ = try await Program.named("ssh").run([
                "-F", "none", "-S", "\(directory)/run/\(file)", "-O", "exit", "--", "roost",
            ])
        }
    }
}
