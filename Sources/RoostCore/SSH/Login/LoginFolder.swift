#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The folder of one login: its control socket, its log, its forwarded sockets, and what was seen on the host.
struct LoginFolder: Hashable, Sendable {
    let path: String
    /// Whom the login is to.
    private let host: String

    /// - Parameter name: the login's, made short or hashed.
    init(_ route: SSHRoute, in directory: RuntimeDirectory) {
        path = directory.path + "/" + Self.name(route, in: directory)
        host = route.destination.description
    }

    /// ssh's control socket.
    var control: String { path + "/ctl" }
    /// Where ssh writes its complaints.
    var log: String { path + "/log" }
    private var facts: String { path + "/facts.json" }
    private var lockFile: String { path + "/lock" }

    func socket(_ service: RemoteService) -> String { "\(path)/\(service.socketName)" }

    /// The program that libvirt runs where sockets cannot be forwarded.
    func command(_ service: RemoteService) -> String { "\(path)/\(service.key).sh" }

    /// The destination itself where it is short and plain, else a hash, which a `=` tells from every destination.
    private static func name(_ route: SSHRoute, in directory: RuntimeDirectory) -> String {
        let text = route.destination.description
        let room =
            RuntimeDirectory.longestSocketPath - directory.path.utf8.count - RuntimeDirectory.roomInFolder - 1
        let isPlain = text.utf8.allSatisfy { $0.isLetterOrDigit || "@._-:".utf8.contains($0) } && text.first != "."
        guard let keyFile = route.keyFile else {
            return isPlain && text.utf8.count <= room ? text : "=" + ShortHash.of(text)
        }
        return "=" + ShortHash.of("\(text) \(keyFile)")
    }

    /// Runs `body` as the only one, of all processes, that changes this login.
    /// - Parameter limit: for the wait until nobody else does; nil waits for as long as it takes.
    func locked<Value>(within limit: Duration?, _ body: () async throws(Failure) -> Value) async throws(Failure)
        -> Value
    {
        try RuntimeDirectory.ensurePrivate(path)
        let task = "Cannot use the login to \(host)"
        let lock = try await FileLock(
            lockFile, within: limit, task: task,
            taken: Failure(
                .timeout, task, why: "another roost is logging in to \(host), and may be waiting for an answer",
                remedy: "Answer it, or end it."))
        defer { lock.release() }
        return try await body()
    }

    /// What was seen on the host; nil where nothing usable is kept.
    func readFacts() -> LoginFacts? {
        // A file that is damaged or gone only means that somebody has to look again.
        guard let data = FileManager.default.contents(atPath: facts) else { return nil }
        return try? JSONDecoder().decode(LoginFacts.self, from: data)
    }

    func write(_ facts: LoginFacts) throws(Failure) {
        do {
            try JSONEncoder().encode(facts).write(to: URL(filePath: self.facts), options: .atomic)
        } catch {
            throw Failure(.general, "Cannot write \(self.facts)", why: "\(error)")
        }
    }

    /// Writes a program that only the user may read and run.
    func write(_ script: String, to path: String) throws(Failure) {
        do {
            try Data(script.utf8).write(to: URL(filePath: path), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        } catch {
            throw Failure(.general, "Cannot write \(path)", why: "\(error)")
        }
    }

    /// What ssh complained about; empty where it did not.
    func readLog() -> String {
        guard let data = FileManager.default.contents(atPath: log) else { return "" }
        return String(decoding: data.suffix(1 << 16), as: UTF8.self)
    }

    /// Removes everything but the lock, which others may be waiting for.
    func clear() throws(Failure) {
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: path) where name != "lock" {
                // An ssh that ends at this moment removes files of its own.
                LocalFiles.remove("\(path)/\(name)")
            }
        } catch {
            throw Failure(.general, "Cannot empty \(path)", why: "\(error)")
        }
    }

    /// ssh takes its control socket away as the last thing that it does.
    func waitForTheEndOfControl(_ limit: Duration) async {
        let end = ContinuousClock.now + limit
        while exists(control), .now < end {
            // A cancelled task need not wait.
            do { try await Task.sleep(for: .milliseconds(10)) } catch { return }
        }
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    func remove(_ path: String) { LocalFiles.remove(path) }
}
