import Glibc
import Subprocess
import Synchronization
import SystemPackage

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A real sshd on a high port of loopback, with a host key, a configuration and a user's key of its own, and an ssh that knows
/// nothing but these. Nothing of it touches anybody's ~/.ssh.
final class TestSSHD: Sendable {
    let port: UInt16
    let directory: String
    private let temporaryUsers = Mutex<[String]>([])
    private let listener = Mutex<pid_t>(0)

    private init(port: UInt16, directory: String) {
        self.port = port
        self.directory = directory
    }

    private static let nextPort = Mutex(UInt16.random(in: 10_000..<18_000))

    /// One that nobody has, here or in another test of this run; below those that forwards and outgoing connections take.
    private static func freePort() throws -> UInt16 {
        let taken = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
        return nextPort.withLock { port in
            repeat { port += 1 } while taken.contains(":\(String(port, radix: 16, uppercase: true)) ")
            return port
        }
    }

    /// Gives a test its sshd, and ends it and all logins afterwards.
    /// - Parameter settings: lines of sshd_config that go before the others.
    static func run(_ settings: [String] = [], _ body: (TestSSHD) async throws -> Void) async throws {
        let sshd = TestSSHD(
            port: try freePort(), directory: "/tmp/t\(UInt32.random(in: 0..<1_000_000))-ssh")
        try await sshd.prepare(settings)
        do {
            _ = try await Subprocess.run(
                .path("/usr/sbin/sshd"), arguments: ["-D", "-f", "\(sshd.directory)/sshd_config", "-E", sshd.log],
                input: .none, output: .discarded, error: .discarded
            ) { execution in
                sshd.listener.withLock { $0 = execution.processIdentifier.value }
                do {
                    try await sshd.wait("Server listening on") { sshd.logText.contains("Server listening on") }
                    try await body(sshd)
                } catch {
                    try execution.send(signal: .terminate)
                    throw error
                }
                try execution.send(signal: .terminate)
            }
        } catch {
            await sshd.cleanUp()
            throw error
        }
        await sshd.cleanUp()
    }

    /// sshd's own process, whose children are the logins.
    var process: pid_t { listener.withLock { $0 } }

    private var log: String { "\(directory)/sshd.log" }
    private var logText: String { text(log) }

    func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    /// How often somebody logged in.
    var logins: Int { lines("Accepted publickey") }

    /// How many logins have ended.
    var sessionsEnded: Int { lines("Disconnected from user") }

    /// Some of sshd's lines end in a carriage return as well.
    private func lines(_ text: String) -> Int {
        logText.split(whereSeparator: \.isNewline).count { $0.contains(text) }
    }

    /// How often a program named ssh was started by what a test ran.
    var starts: Int { text("\(directory)/starts").count { $0 == "\n" } }

    /// The directory that Roost keeps its sockets in.
    var runtime: String { "\(directory)/run" }

    func uri(user: String? = nil, driver: String = "test", path: String = "/default") -> String {
        "\(driver)+ssh://\(user.map { "\($0)@" } ?? "")127.0.0.1:\(port)\(path)"
    }

    /// The variables that lead a program to this sshd's own ssh and directory.
    var environment: [String: String] {
        [
            "PATH": "\(directory)/bin:\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
            "XDG_RUNTIME_DIR": runtime, "SSH_ASKPASS": "", "SSH_AUTH_SOCK": "",
        ]
    }

    /// Runs the built `roost` without a terminal.
    func roost(_ host: String, _ arguments: String..., environment more: [String: String] = [:]) async throws
        -> RunResult
    {
        // setsid leaves the terminal of whoever runs the tests, which ssh would ask on.
        try await Program.named("setsid").run(
            ["--wait", try Program.roostPath, "--host", host] + arguments,
            environment: environment.merging(more) { $1 })
    }

    /// Has a command succeed that needs the host, and with it a login.
    func list(_ host: String) async throws {
        let result = try await roost(host, "list")
        guard result.succeeded else { throw LabError(what: "roost --host \(host) list: \(result)") }
    }

    func login(_ uri: String) throws -> HostLogin {
        let runtime = runtime
        guard
            let login = try HostLogin(
                to: HostURI(uri), environment: { $0 == "XDG_RUNTIME_DIR" ? runtime : nil })
        else { throw LabError(what: "\(uri) is not for a login of Roost's own") }
        return login
    }

    /// The process that is logged in.
    func master(_ uri: String) async throws -> pid_t {
        let answer = try await Program.at("/usr/bin/ssh").run(
            ["-F", "none", "-S", try login(uri).folder.control, "-O", "check", "--", "roost"])
        guard let start = answer.errors.firstRange(of: "pid=")?.upperBound,
            let number = pid_t(answer.errors[start...].prefix { $0.isNumber })
        else { throw LabError(what: "no login: \(answer)") }
        return number
    }

    /// A user of this computer who may log in with the test's key, until the test ends.
    func temporaryUser() async throws -> String {
        let name = "t-\(String(UInt32.random(in: 0..<0xFF_FFFF), radix: 16))"
        temporaryUsers.withLock { $0.append(name) }
        // An asterisk is no password, but the account is not locked.
        try await succeed("useradd", "--create-home", "--shell", "/bin/sh", "--password", "*", name)
        return name
    }

    func succeed(_ program: String, _ arguments: String...) async throws {
        let result = try await Program.named(program).run(arguments)
        guard result.succeeded else { throw LabError(what: "\(program) \(arguments): \(result)") }
    }

    /// Waits for what comes soon.
    func wait(_ what: String, _ condition: () async throws -> Bool) async throws {
        for _ in 0..<600 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw LabError(what: "waited in vain for: \(what)\n\(logText)")
    }

    private func prepare(_ settings: [String]) async throws {
        let files = FileManager.default
        for path in [directory, runtime, "\(directory)/bin"] {
            try files.createDirectory(atPath: path, withIntermediateDirectories: false)
            try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        }
        // Other users' sessions are to find the user's key.
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: directory)
        try files.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
        for key in ["host", "other-host", "key"] {
            try await succeed("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "\(directory)/\(key)")
        }
        let lines =
            settings + [
                "Port \(port)", "ListenAddress 127.0.0.1", "HostKey \(directory)/host", "PidFile none",
                "AuthorizedKeysFile \(directory)/key.pub", "StrictModes no", "UsePAM no", "PasswordAuthentication yes",
                "PermitRootLogin yes", "LogLevel VERBOSE",
            ]
        try write(lines.joined(separator: "\n") + "\n", "sshd_config")
        try trust("host")
        try configure()
        try write(
            "#!/bin/sh\necho >>\(directory)/starts\nexec /usr/bin/ssh -F \(directory)/ssh_config \"$@\"\n", "bin/ssh")
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(directory)/bin/ssh")
    }

    /// Has the clients know a host key.
    /// - Parameter key: nil for none.
    func trust(_ key: String?) throws {
        let line = key.map { "[127.0.0.1]:\(port) \(text("\(directory)/\($0).pub"))" } ?? ""
        try write(line, "known_hosts")
    }

    /// Writes the client's configuration.
    func configure(hasKey: Bool = true) throws {
        let lines = [
            "IdentityFile \(hasKey ? "\(directory)/key" : "/dev/null")", "IdentitiesOnly yes", "IdentityAgent none",
            "UserKnownHostsFile \(directory)/known_hosts", "GlobalKnownHostsFile none",
        ]
        try write(lines.joined(separator: "\n") + "\n", "ssh_config")
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(directory)/\(name)"))
    }

    private func cleanUp() async {
        // A test that ran out of time is cancelled, and what is left must go all the same.
        await Task {
            let folders = (try? FileManager.default.contentsOfDirectory(atPath: "\(runtime)/roost")) ?? []
            for folder in folders {
                _ = try? await Program.at("/usr/bin/ssh").run(
                    ["-F", "none", "-S", "\(runtime)/roost/\(folder)/ctl", "-O", "exit", "--", "roost"])
            }
            for user in temporaryUsers.withLock({ $0 }) {
                // Stopped ones too.
                _ = try? await Program.named("pkill").run(["-KILL", "-u", user])
                let result = try? await Program.named("userdel").run(["--remove", "--force", user])
                if result?.code != 0 { print("the user \(user) is left over: \(result?.description ?? "")") }
            }
            // An ssh that ends at this moment removes files of its own, which rm does not mind.
            let result = try? await Program.named("rm").run(["-rf", directory])
            if result?.code != 0 { print("\(directory) is left over: \(result?.description ?? "")") }
        }.value
    }
}
