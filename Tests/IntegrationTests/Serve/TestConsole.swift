import Glibc
import Subprocess
import Synchronization
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The built `roost serve` over TLS, with a PAM service, a state directory and people of a test's own.
final class TestConsole: Sendable {
    let name = "t-\(String(UInt32.random(in: 0..<0xFF_FFFF), radix: 16))"
    /// A password with what shells and JSON read in their own way.
    let password = "Geheim '$1' \(UInt32.random(in: 0..<1_000_000))"
    private let port = Mutex(0)
    private let people = Mutex<[String]>([])

    private let environment: [Environment.Key: String?]

    private init(_ environment: [String: String]) {
        self.environment = Dictionary(
            uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), Optional($0.value)) })
    }

    var directory: String { "/tmp/\(name)-console" }
    var state: String { "\(directory)/state" }
    private var service: String { "/etc/pam.d/\(name)" }

    /// Serves for the length of a test; what it made is gone afterwards.
    /// - Parameters:
    ///   - next: what is done with a second server, which comes after the first with the same state.
    ///   - settings: more lines for its file.
    ///   - environment: of the server, besides that of the tests.
    ///   - isKilled: whether the first server has no chance to end in order.
    static func run(
        settings: String = "", environment: [String: String] = [:], isKilled: Bool = false,
        _ body: (TestConsole) async throws -> Void, next: ((TestConsole) async throws -> Void)? = nil
    ) async throws {
        let console = TestConsole(environment)
        do {
            try await console.prepare(settings)
            try await console.serve(body, ending: isKilled ? .kill : .terminate)
            if let next { try await console.serve(next, ending: .terminate) }
        } catch {
            await console.cleanUp()
            throw error
        }
        await console.cleanUp()
    }

    /// Makes a person with the test's password in one more group.
    func person(in group: String?) async throws -> String {
        let person = "\(name)-\(people.withLock { $0.count })"
        people.withLock { $0.append(person) }
        try await succeed("useradd", ["--no-create-home", "--shell", "/bin/sh", person])
        if let group {
            // Groups of the test's own: the system's may not be there.
            try await succeed("groupadd", ["--force", "\(name)-\(group)"])
            try await succeed("usermod", ["--append", "--groups", "\(name)-\(group)", person])
        }
        let result = try await Subprocess.run(
            .name("chpasswd"), input: .string("\(person):\(password)\n"), output: .discarded,
            error: .string(limit: 4096))
        guard result.terminationStatus.isSuccess else { throw LabError(what: result.standardError) }
        return person
    }

    func succeed(_ program: String, _ arguments: [String]) async throws {
        let result = try await Program.named(program).run(arguments)
        guard result.succeeded else { throw LabError(what: "\(program) \(arguments): \(result)") }
    }

    private func serve(_ body: (TestConsole) async throws -> Void, ending: Signal) async throws {
        let roost = try Program.roost
        let log = try FileDescriptor.open(
            FilePath("\(directory)/log"), .writeOnly, options: [.create, .append], permissions: [.ownerReadWrite])
        let arguments = [
            "serve", "--listen", "127.0.0.1:0", "--state-dir", state, "--config", "\(directory)/serve.yaml",
            "--pam-service",
            name,
        ]
        let before = logText.count
        let result = try await Subprocess.run(
            roost.executable, arguments: Arguments(arguments), environment: .inherit.updating(environment),
            input: .none, output: .discarded, error: .fileDescriptor(log, closeAfterSpawningProcess: true)
        ) { execution in
            do {
                port.withLock { $0 = 0 }
                try await wait("the address") {
                    guard let found = logText.dropFirst(before).firstMatch(of: /is at https:\/\/127\.0\.0\.1:(\d+)\//)
                    else { return false }
                    port.withLock { $0 = Int(found.1) ?? 0 }
                    return true
                }
                try await body(self)
            } catch {
                try execution.send(signal: .terminate)
                throw LabError(what: "\(error)\n\(logText)")
            }
            try execution.send(signal: ending)
        }
        guard ending == .kill || result.terminationStatus == .exited(0) else {
            throw LabError(what: "roost serve ended with \(result.terminationStatus): \(logText)")
        }
    }

    var logText: String {
        String(decoding: FileManager.default.contents(atPath: "\(directory)/log") ?? Data(), as: UTF8.self)
    }

    var number: Int { port.withLock { $0 } }
    var address: String { "https://127.0.0.1:\(port.withLock { $0 })" }

    /// Asks by curl, as another program on the network would. Trusts the server's own certificate and nothing else.
    func curl(_ path: String, _ arguments: [String] = [], body: String? = nil) async throws -> ConsoleAnswer {
        var all = ["--silent", "--show-error", "--include", "--path-as-is", "--cacert", "\(state)/certificate.pem"]
        if body != nil { all += ["--header", "Content-Type: application/json", "--data-binary", "@-"] }
        let result = try await Subprocess.run(
            .name("curl"), arguments: Arguments(all + arguments + [address + path]), input: .string(body ?? ""),
            output: .string(limit: 1 << 22), error: .string(limit: 4096))
        return ConsoleAnswer(result.standardOutput, errors: result.standardError)
    }

    func logIn(_ person: String, password: String? = nil, _ arguments: [String] = []) async throws -> ConsoleAnswer {
        let data = try JSONEncoder().encode(["user": person, "password": password ?? self.password])
        return try await curl("/api/v1/session", arguments, body: String(decoding: data, as: UTF8.self))
    }

    /// Logs somebody in who may do everything, and has said so by the password.
    /// - Returns: curl's arguments.
    func administrator() async throws -> [String] {
        let session = try await logIn(try await person(in: "admin")).session
        let data = try JSONEncoder().encode(["password": password])
        let answer = try await curl(
            "/api/v1/session/elevation", session, body: String(decoding: data, as: UTF8.self))
        guard answer.status == 200 else { throw LabError(what: "\(answer)") }
        return session
    }

    func wait(_ what: String, _ condition: () async throws -> Bool) async throws {
        for _ in 0..<600 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw LabError(what: "waited in vain for: \(what)\n\(logText)")
    }

    private func prepare(_ more: String) async throws {
        let files = FileManager.default
        try files.createDirectory(atPath: directory, withIntermediateDirectories: false)
        let printed = try await Program.roost.run(["serve", "--print-pam"])
        guard printed.succeeded else { throw LabError(what: "\(printed)") }
        try Data(printed.output.utf8).write(to: URL(filePath: service))
        let settings = """
            administrators: [\(name)-admin]
            operators: [\(name)-operator]
            viewers: [\(name)-viewer]
            \(more)

            """
        try Data(settings.utf8).write(to: URL(filePath: "\(directory)/serve.yaml"))
    }

    private func cleanUp() async {
        // A test that ran out of time is cancelled, and what is left must go all the same.
        await Task {
            for person in people.withLock({ $0 }) { _ = try? await Program.named("userdel").run(["--force", person]) }
            for group in ["admin", "operator", "viewer"] {
                // Not every test made every group.
                _ = try? await Program.named("groupdel").run(["\(name)-\(group)"])
            }
            try? FileManager.default.removeItem(atPath: service)
            try? FileManager.default.removeItem(atPath: directory)
        }.value
    }
}
