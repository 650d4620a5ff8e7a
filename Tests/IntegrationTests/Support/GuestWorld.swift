import Libvirt
import Subprocess

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A guest that lets the test's key in, on this computer, which is a far host too: by a real sshd.
struct GuestWorld: Sendable {
    let lab: Lab
    let sshd: TestSSHD
    /// The machine's name.
    let name: String
    let uuid: String

    /// The hosts by which the same guest is reached: from here, and from afar.
    var hosts: [String] { [Lab.uri, far] }
    var far: String { sshd.uri(driver: "qemu", path: "/system") }

    /// Boots the guest.
    static func run(_ body: (GuestWorld) async throws -> Void) async throws {
        try await Lab.run(.guests) { lab in
            try await TestSSHD.run { sshd in
                let name = try await lab.guest()
                let domain = try await lab.connection.domain(named: name)
                try await domain.create()
                try await lab.succeeding("wait", name, "--for", "agent", "--timeout", "600")
                let key = sshd.text("\(sshd.directory)/key.pub").split(separator: "\n")
                try await domain.setAuthorizedSSHKeys(key.map(String.init), ofUser: "debian")
                try await lab.succeeding("wait", name, "--for", "ssh", "--timeout", "600")
                let config = "\(sshd.directory)/ssh_config"
                // The far host's key is known; that of a guest that was made just now is taken the first time.
                let text = sshd.text(config) + "Host 192.168.*\n    StrictHostKeyChecking accept-new\n"
                try Data(text.utf8).write(to: URL(filePath: config))
                try await body(GuestWorld(lab: lab, sshd: sshd, name: name, uuid: domain.uuid.description))
            }
        }
    }

    /// Runs a command in the guest.
    func ssh(_ host: String, _ command: String...) async throws -> RunResult {
        try await sshd.roost(host, arguments: ["ssh", "debian@\(name)", "--"] + command)
    }

    /// Sends bytes through `cat` in the guest.
    /// - Returns: what came back.
    func sentThrough(_ host: String, _ bytes: [UInt8]) async throws -> [UInt8] {
        try await Subprocess.run(
            try Program.roost.executable, arguments: ["--host", host, "ssh", "debian@\(name)", "--", "cat"],
            environment: sshd.subprocessEnvironment([:]), input: .array(bytes), output: .bytes(limit: 1 << 24),
            error: .discarded
        ).standardOutput
    }

    /// Runs roost while `body` looks at what it prints, and presses Ctrl-C then.
    func interrupted(
        _ arguments: [String], environment: [String: String] = [:],
        _ body: (_ output: () -> String, _ errors: () -> String) async throws -> Void
    ) async throws -> RunResult {
        // Of their own each time: what an earlier run printed is not to be taken for this one's.
        let run = UInt32.random(in: .min ... .max)
        let files = ["out", "err"].map { "\(sshd.directory)/\($0)-\(run)" }
        let script = "out=$1 err=$2; shift 2; exec \"$0\" \"$@\" >\"$out\" 2>\"$err\""
        let words = ["-c", script, try Program.roostPath] + files + arguments
        let status = try await Subprocess.run(
            .name("sh"), arguments: Arguments(words), environment: sshd.subprocessEnvironment(environment),
            input: .none,
            output: .discarded, error: .discarded
        ) { execution in
            do {
                try await body({ sshd.text(files[0]) }, { sshd.text(files[1]) })
            } catch {
                try execution.send(signal: .terminate)
                throw error
            }
            try execution.send(signal: .interrupt)
        }.terminationStatus
        return RunResult(status, output: sshd.text(files[0]), errors: sshd.text(files[1]))
    }

    /// A program that stands for a viewer.
    /// - Parameter script: for bash, which can open ports.
    func viewer(_ name: String, _ script: String) throws -> String {
        let folder = "\(sshd.directory)/viewers"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/\(name)"
        try Data("#!/bin/bash\nset -e\n\(script)\n".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return path
    }

    /// The first line that a server at a port of loopback says; empty when it says nothing, nil when nobody is there.
    func greeting(port: String) async throws -> String? {
        let result = try await Program.named("bash").run(
            [
                "-c", "exec 3<>\"/dev/tcp/127.0.0.1/$1\" && { IFS= read -r line <&3; printf %s \"$line\"; true; }",
                "bash", port,
            ])
        return result.succeeded ? result.output : nil
    }

    /// The near ends of ways through the login that are there now.
    func tunnels() throws -> [String] {
        let folder = try sshd.login(far).folder.path
        // Without a login there is no folder.
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasPrefix("t-") }
    }
}

extension TestSSHD {
    func roost(_ host: String, arguments: [String]) async throws -> RunResult {
        try await Program.named("setsid").run(
            ["--wait", try Program.roostPath, "--host", host] + arguments, environment: environment)
    }

    func subprocessEnvironment(_ more: [String: String]) -> Environment {
        .inherit.updating(
            Dictionary(
                uniqueKeysWithValues: environment.merging(more) { $1 }.map {
                    (Environment.Key(stringLiteral: $0), $1)
                }))
    }
}
