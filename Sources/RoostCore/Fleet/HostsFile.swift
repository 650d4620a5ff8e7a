import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The file that holds a person's hosts. Roost reads and writes it, and so may the person.
public struct HostsFile: Hashable, Sendable {
    /// What became of an edit.
    public enum Outcome: Hashable, Sendable {
        /// Only what was to change has changed.
        case edited
        /// The file was written anew as a whole, for its layout left no other way: comments are gone.
        case rewritten
    }

    public let path: String

    public init(path: String) { self.path = path }

    /// `$XDG_CONFIG_HOME/roost/hosts.yaml`, else `~/.config/roost/hosts.yaml`.
    public static func standard(environment: (String) -> String?) -> HostsFile {
        HostsFile(path: SettingsPlace.path("hosts.yaml", environment: environment))
    }

    /// The hosts in their order; none where there is no file.
    /// - Throws: ``Failure`` of kind usage that names the line which is wrong, of kind permission when it cannot be read.
    public func entries() throws(Failure) -> [HostEntry] { try read().entries }

    /// Adds a host at the end.
    /// - Parameter replacing: whether a host of that name gives way.
    /// - Throws: ``Failure``: of kind exists when the name is taken.
    @discardableResult
    public func add(_ entry: HostEntry, replacing: Bool = false) async throws(Failure) -> Outcome {
        try await change("Cannot add host '\(entry.name)'") { text throws(Failure) in
            if !replacing { try Self.checkFree(entry.name, in: text.entries, "Cannot add host '\(entry.name)'") }
            return try text.setting(entry, path: path)
        }
    }

    /// - Throws: ``Failure`` of kind exists when a host has that name.
    public func checkFree(_ name: String) throws(Failure) {
        try Self.checkFree(name, in: try entries(), "Cannot add host '\(name)'")
    }

    /// - Throws: ``Failure`` of kind notFound when there is none of that name.
    @discardableResult
    public func remove(_ name: String) async throws(Failure) -> Outcome {
        try await change("Cannot remove host '\(name)'") { text throws(Failure) in
            try text.removing(try Self.index(of: name, in: text.entries), path: path)
        }
    }

    /// - Throws: ``Failure``: of kind notFound when there is none of that name, exists when the new one is taken, usage when
    ///   it cannot be a name.
    @discardableResult
    public func rename(_ name: String, to newName: String) async throws(Failure) -> Outcome {
        try HostName.check(newName)
        return try await change("Cannot rename host '\(name)'") { text throws(Failure) in
            let index = try Self.index(of: name, in: text.entries)
            try Self.checkFree(newName, in: text.entries, "Cannot rename host '\(name)'")
            return try text.renaming(index, to: newName, path: path)
        }
    }

    /// The host of that name.
    /// - Throws: ``Failure`` of kind notFound with the nearest name.
    public func entry(_ name: String) throws(Failure) -> HostEntry {
        let entries = try entries()
        return entries[try Self.index(of: name, in: entries)]
    }

    static func index(of name: String, in entries: [HostEntry]) throws(Failure) -> Int {
        if let index = entries.firstIndex(where: { $0.name == name }) { return index }
        throw unknown(name, among: entries)
    }

    /// What to say of a word that is no host's name.
    static func unknown(_ name: String, among entries: [HostEntry]) -> Failure {
        let near = Spelling.nearest(to: name, among: entries.map(\.name))
        let known = entries.prefix(10).map(\.name).joined(separator: ", ") + (entries.count > 10 ? ", …" : "")
        let hint = near.map { "Did you mean '\($0)'? " } ?? (entries.isEmpty ? "" : "Known hosts: \(known). ")
        return Failure(
            .notFound, "There is no host '\(name)'",
            remedy: "\(hint)To add it: roost host add \(ShellWord.quoted(name)) [USER@]ADDRESS")
    }

    private static func checkFree(_ name: String, in entries: [HostEntry], _ task: String) throws(Failure) {
        guard entries.contains(where: { $0.name == name }) else { return }
        throw Failure(
            .exists, task, why: "there is a host '\(name)' already",
            remedy: "Choose another name, or remove that one: roost host remove \(ShellWord.quoted(name))")
    }

    private func read() throws(Failure) -> HostsText {
        try HostsText(try SettingsPlace.text(of: path, task: HostsReader.task) ?? "", path: path)
    }

    /// Reads, changes and writes under a lock, so that of two changes at once none is lost.
    private func change(
        _ task: String, _ body: (HostsText) throws(Failure) -> HostsText.Edited
    ) async throws(Failure) -> Outcome {
        // A link, as people have them into a folder of their settings, stays a link.
        let place = LocalFiles.resolved(path) ?? path
        let store = SettingsStore(path: place, task: task)
        return try await store.locked { () throws(Failure) in
            let edited = try body(try read())
            try store.replace(with: edited.text.text)
            return edited.isRewritten ? .rewritten : .edited
        }
    }
}
