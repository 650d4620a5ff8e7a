import NIOCore

/// The work on images that are looked into: opens the sandbox and answers one question.
public struct LookInside: Sendable {
    let target: LookTarget
    /// The name of the one part that paths are meant in; nil takes the system that is found.
    let part: String?

    /// A file of this computer.
    public static func file(
        _ path: String, part: String? = nil, _ options: LookOptions = LookOptions()
    ) async throws(Failure) -> LookInside {
        LookInside(target: try await .file(path, options), part: part)
    }

    public static func volume(
        _ volume: Volume, part: String? = nil, _ options: LookOptions = LookOptions()
    ) async throws(Failure) -> LookInside {
        LookInside(target: try await .volume(volume, options), part: part)
    }

    /// All disks of a machine together.
    public static func machine(
        _ machine: Machine, part: String? = nil, _ options: LookOptions = LookOptions()
    ) async throws(Failure) -> LookInside {
        LookInside(target: try await .machine(machine, options), part: part)
    }

    /// Whether a machine writes to it, so that what is seen may not fit together.
    public var isInUse: Bool { target.isInUse }

    /// What is at a path: of a directory its entries, else the one file.
    /// - Throws: ``Failure`` of kind notFound.
    public func list(_ path: String) async throws -> [GuestEntry] {
        try await look { tree in
            let entry = try await tree.entry(path)
            return entry.kind == .directory ? try await tree.list(entry) : [entry]
        }
    }

    /// The content of files, one after the other, as it comes.
    /// - Throws: ``Failure`` of kind notFound, or of kind usage for what is no regular file; before anything was handed on.
    public func read(_ paths: [String], into body: @escaping @Sendable ([UInt8]) async throws -> Void) async throws {
        let end = try await run(.copying) { tree in
            var words: [String] = []
            for path in paths {
                let entry = try await tree.entry(path)
                guard entry.kind == .file else {
                    throw Failure(
                        .usage, "\(path) is no regular file", why: "it is a \(entry.kind.rawValue)",
                        remedy: entry.kind == .directory ? "roost image ls shows it." : nil)
                }
                words.append(ShellWord.quoted(tree.place(entry.name)))
            }
            try await tree.shell.stream("cat -- \(words.joined(separator: " "))") { try await body(Array(buffer: $0)) }
        }.end
        try check(end, "Cannot read all of \(paths.joined(separator: ", "))")
    }

    /// - Throws: ``Failure`` where the last command in the sandbox did not end well.
    func check(_ end: SandboxEnd?, _ task: String) throws(Failure) {
        guard let end else { throw Failure(.general, task, why: "the reader of the image broke off") }
        guard end.status == 0 else {
            let why = end.errors.split(separator: "\n").last.map(String.init)
            throw Failure(
                .general, task, why: why ?? "its reader ended with \(end.status)",
                remedy: "The file system may be damaged.")
        }
    }

    func look<Value: Sendable>(
        _ body: @escaping @Sendable (GuestTree) async throws -> Value
    ) async throws -> Value {
        try await run(SandboxLimits(), body).value
    }

    func run<Value: Sendable>(
        _ limits: SandboxLimits, _ body: @escaping @Sendable (GuestTree) async throws -> Value
    ) async throws -> (value: Value, end: SandboxEnd?) {
        let (target, part) = (target, part)
        return try await sandbox(limits).run { shell in
            let disks = try await OpenDisks(target, shell)
            let root = try await GuestRoot(disks, shell, wanted: part)
            if part == nil, root.places.isEmpty { throw Self.noSystem(disks) }
            return try await body(root.tree)
        }
    }

    func sandbox(_ limits: SandboxLimits) -> Sandbox {
        Sandbox(task: target.task, exports: OpenDisks.exports(target), limits: limits)
    }

    private static func noSystem(_ disks: OpenDisks) -> Failure {
        let readable = disks.parts.filter { $0.mount != nil }.map(\.name)
        guard readable.isEmpty else {
            return Failure(
                .usage, disks.task, why: "it holds no system, and several file systems",
                remedy: "Name one with --part: \(readable.joined(separator: ", "))")
        }
        let problems = disks.parts.compactMap { part in
            part.problem.map { "\(part.name) (\(part.fileSystem ?? "?")): \($0)" }
        }
        let types = disks.parts.compactMap { part in part.fileSystem.map { "\(part.name): \($0)" } }
        return Failure(
            .unsupported, disks.task,
            why: "it has no file system that can be read"
                + (problems.isEmpty
                    ? types.isEmpty ? "" : " (\(types.joined(separator: ", ")))"
                    : " (\(problems.joined(separator: "; ")))"))
    }
}
