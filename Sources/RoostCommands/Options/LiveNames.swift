import RoostCore

/// Names for shell completion, asked of the hosts while the person types.
enum LiveNames {
    /// Nothing where a host does not answer, and no question of ssh: a shell must not be disturbed.
    ///
    /// After `HOST/` come the names of that host; else those of the hosts that the words choose. Where they choose none, the
    /// names of the hosts file are offered too, with a slash.
    static func offered(
        words: [String], prefix: String, form: HostedName.Form,
        names: @escaping @Sendable (Host) async throws(Failure) -> [String]
    ) async -> [String] {
        let hosted = HostedName(prefix, form)
        let (named, all) = (hosts(in: words), words.contains("--all-hosts"))
        let chosen = hosted.host.map { Fleet(hosts: [$0]) } ?? Fleet(hosts: named, all: all)
        let answers = try? await chosen.ask(questions: .refused, names)
        var found = (answers?.values ?? []).flatMap { host, names in
            hosted.host.map { host in names.map { "\(host)/\($0)" } } ?? names
        }
        if hosted.host == nil, named.isEmpty, !all, let hosts = try? HostLocator.system.hosts.entries() {
            found += hosts.map { "\($0.name)/" }
        }
        return Set(found).filter { $0.hasPrefix(prefix) }.sorted()
    }

    /// The values of `--host` among words that may not be complete.
    ///
    /// Bash makes words of their own of characters such as the colon of a URI; those are put together again.
    static func hosts(in words: [String]) -> [String] {
        var found: [String] = []
        for (index, word) in words.enumerated() where word == "--host" || word.hasPrefix("--host=") {
            var value = String(word.dropFirst("--host=".count))
            var rest = words[(index + 1)...]
            if rest.first == "=" { rest = rest.dropFirst() }
            if value.isEmpty, let first = rest.popFirst() { value = first }
            while let separator = rest.first, !separator.isEmpty, separator.allSatisfy({ ":=@".contains($0) }) {
                value += rest.prefix(2).joined()
                rest = rest.dropFirst(2)
            }
            if !value.isEmpty { found.append(value) }
        }
        return found
    }
}
