import Glibc
import Subprocess

/// Reads images where they can do no harm. See docs/decisions/016.
struct Sandbox: Sendable {
    /// What cannot be done without it: "Cannot look into web.qcow2".
    let task: String
    let exports: [NBDExport]
    var limits = SandboxLimits()

    /// Starts it, lets `body` speak to it, and ends every process in it.
    /// - Throws: ``Failure``; also what `body` throws of its own.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (SandboxShell) async throws -> Value
    ) async throws -> (value: Value, end: SandboxEnd?) {
        try SandboxProgram.require([.bwrap, .storageDaemon, .sfdisk, .blkid], task: task)
        try checkFUSE()
        let folder = try SandboxFolder(isRoot: geteuid() == 0, task: task)
        defer { folder.remove() }
        let server = NBDServer(exports: exports)
        let command = SandboxCommand(folder)
        return try await server.serving(at: folder.socket) {
            try folder.handOver()
            let outcome = try await bounded { try await start(command, body) }
            switch outcome.value {
            case .success(let value): return (value, SandboxEnd(outcome.errors))
            case .failure(let error): throw explain(error, outcome.errors, server.firstProblem)
            }
        }
    }

    private func bounded<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
        guard let time = limits.time else { return try await body() }
        let late = Failure(
            .timeout, task, why: "its reader was not done after \(time.components.seconds) seconds",
            remedy: "The file system may be damaged, or made to hold its readers up.")
        return try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(for: time)
                throw late
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw late }
            return value
        }
    }

    private func start<Value: Sendable>(
        _ command: SandboxCommand, _ body: @escaping @Sendable (SandboxShell) async throws -> Value
    ) async throws -> (value: Result<Value, any Error>, errors: String) {
        var options = PlatformOptions()
        // There is nothing in it to be put in order: its processes go with it.
        options.teardownSequence = []
        do {
            let limits = limits
            let result = try await Subprocess.run(
                .name(command.program), arguments: Arguments(command.arguments), platformOptions: options,
                input: .inputWriter, output: .sequence, error: .string(limit: 64 << 10)
            ) { execution -> Result<Value, any Error> in
                let result: Result<Value, any Error>
                do {
                    let shell = try await SandboxShell(execution, limits: limits)
                    result = .success(try await body(shell))
                } catch {
                    result = .failure(error)
                }
                // One that has ended by itself is what is wanted.
                try? execution.send(signal: .kill)
                return result
            }
            return (result.closureResult, result.standardError)
        } catch let error as SubprocessError {
            if Task.isCancelled { throw CancellationError() }
            throw Failure(.general, task, why: "the sandbox cannot be started: \(error)")
        }
    }

    private func checkFUSE() throws(Failure) {
        guard case .found = LocalFiles.look("/dev/fuse") else {
            throw Failure(
                .unsupported, task, why: "this computer has no /dev/fuse", remedy: "Load it: sudo modprobe fuse")
        }
        guard case .found(let status) = LocalFiles.look("/dev/fuse"), status.mode & 0o006 == 0o006 else {
            throw Failure(
                .permission, task, why: "/dev/fuse is closed to ordinary users, whom the reading of images is left to",
                remedy: "Open it, as udev does elsewhere: sudo chmod 666 /dev/fuse")
        }
    }

    /// A sandbox that breaks off says why itself, or its image is unreadable where it lies.
    private func explain(_ error: any Error, _ errors: String, _ problem: (any Error)?) -> any Error {
        guard !(error is CancellationError), !Task.isCancelled else { return CancellationError() }
        if let problem {
            return (problem as? Failure)?.whileDoing(task)
                ?? Failure(.general, task, why: "the image cannot be read: \(problem)")
        }
        let word = errors.split(separator: "\n").first.map(String.init) ?? ""
        if word.hasPrefix("bwrap: ") {
            return Failure(
                .unsupported, task, why: "the sandbox cannot be made (\(word))",
                remedy:
                    "It needs namespaces for ordinary users: sysctl kernel.unprivileged_userns_clone=1, and where AppArmor forbids them (Ubuntu from 23.10 on) a profile that allows bwrap."
            )
        }
        switch error {
        case is SandboxShell.TooMuch:
            return Failure(.general, task, why: "it holds more of that than can be looked at")
        case is SandboxShell.Broken, is SubprocessError:
            return Failure(.general, task, why: "the reader of the image broke off\(word.isEmpty ? "" : " (\(word))")")
        default: return error
        }
    }
}
