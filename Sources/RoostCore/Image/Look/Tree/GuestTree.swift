import NIOCore

/// The files of an image as its system sees them, from `/` on, across its file systems.
///
/// Links are followed here, as the guest would: what is handed to a program in the sandbox has no link left in it.
struct GuestTree {
    let shell: SandboxShell
    /// Where `/` is in the sandbox.
    let root: String
    let task: String

    private static let mostLinks = 40
    /// Of names in one directory, or of paths in one question.
    static let mostEntries = 200_000

    /// What is at the paths, links followed. Those that are not there are left out.
    /// - Returns: by the path that was asked for, the path without links, and what is there.
    func find(_ paths: [String]) async throws -> [String: GuestEntry] {
        var walks = paths.map { GuestWalk($0) }
        var known: [String: GuestEntry?] = ["/": nil]
        for _ in 0...Self.mostLinks {
            let unknown = Set(walks.flatMap { $0.questions }).subtracting(known.keys)
            if !unknown.isEmpty {
                let found = try await look(at: unknown.sorted())
                for path in unknown { known[path] = .some(found[path]) }
            }
            for index in walks.indices { walks[index].advance(known) }
            if walks.allSatisfy(\.isOver) { break }
        }
        var result: [String: GuestEntry] = [:]
        for (path, walk) in zip(paths, walks) { if let entry = walk.result { result[path] = entry } }
        return result
    }

    /// What is at a path, links followed.
    /// - Throws: ``Failure`` of kind notFound.
    func entry(_ path: String) async throws -> GuestEntry {
        guard let entry = try await find([path])[path] else {
            throw Failure(.notFound, "There is no \(path) in the image", remedy: "roost image ls shows what there is.")
        }
        return entry
    }

    /// The path in the sandbox; of one without links.
    func place(_ path: String) -> String { path == "/" ? root : root + path }

    /// The names in a directory, in the order of their bytes.
    func list(_ directory: GuestEntry) async throws -> [GuestEntry] {
        let answer = try await shell.ask(
            "find \(ShellWord.quoted(place(directory.name))) -mindepth 1 -maxdepth 1 -printf '\(GuestEntry.format(name: "f"))'"
        )
        guard let entries = GuestEntry.list(Array(buffer: answer.output)), answer.succeeded else {
            throw Failure(
                .general, task, why: "the directory \(directory.name) cannot be read",
                remedy: "The file system may be damaged.")
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The beginning of a file's content; nil where it is not there, or is no regular file.
    func read(_ path: String, limit: Int = 1 << 20) async throws -> [UInt8]? {
        guard let entry = try await find([path])[path], entry.kind == .file else { return nil }
        let answer = try await shell.ask("head -c \(limit) \(ShellWord.quoted(place(entry.name)))")
        return answer.succeeded ? Array(buffer: answer.output) : nil
    }

    func text(_ path: String, limit: Int = 1 << 20) async throws -> String? {
        try await read(path, limit: limit).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Several at once, by path.
    func texts(_ paths: [String], limit: Int = 256 << 10) async throws -> [String: String] {
        let files = try await find(paths).filter { $0.value.kind == .file }.sorted { $0.key < $1.key }
        guard !files.isEmpty else { return [:] }
        // A zero byte in one of them only takes away what belongs to it.
        let commands = files.map {
            "head -c \(limit) \(ShellWord.quoted(place($0.value.name))) | tr -d '\\0'; printf '\\0'"
        }
        let answers = try await shell.ask(commands.joined(separator: "\n")).output
        let pieces = Array(buffer: answers).split(separator: 0, omittingEmptySubsequences: false)
        return Dictionary(
            zip(files.map(\.key), pieces.map { String(decoding: $0, as: UTF8.self) }), uniquingKeysWith: { $1 })
    }

    private func look(at paths: [String]) async throws -> [String: GuestEntry] {
        let words = paths.map { ShellWord.quoted(place($0)) }.joined(separator: " ")
        let answer = try await shell.ask("find \(words) -maxdepth 0 -printf '\(GuestEntry.format(name: "p"))'")
        guard let entries = GuestEntry.list(Array(buffer: answer.output)) else { throw SandboxShell.Broken() }
        var found: [String: GuestEntry] = [:]
        for var entry in entries {
            entry.name = String(entry.name.dropFirst(root.count))
            if entry.name.isEmpty { entry.name = "/" }
            found[entry.name] = entry
        }
        return found
    }
}
