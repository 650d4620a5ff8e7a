import RoostClient
import RoostCore

/// Names for shell completion, asked of the hosts while the person types.
enum LiveNames {
    /// Nothing where a host does not answer, and no question of ssh: a shell must not be disturbed.
    ///
    /// After `HOST/` come the names of that host; else those of the hosts that the words choose. Where they choose none, the
    /// names of the hosts file are offered too, with a slash.
    static func offered(
        words: [String], prefix: String, form: HostedName.Form,
        server: @escaping @Sendable (ServerSite) async throws(Failure) -> FleetAnswers<[String]>? = { _ in nil },
        names: @escaping @Sendable (Host) async throws(Failure) -> [String]
    ) async -> [String] {
        let hosted = HostedName(prefix, form)
        if let url = values(of: "--server", in: words).last ?? Report.environment["ROOST_SERVER"], !url.isEmpty {
            return await offered(through: url, prefix, hosted, server)
        }
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

    /// The names that a server's hosts have; those of the hosts stand in front where it has several.
    private static func offered(
        through url: String, _ prefix: String, _ hosted: HostedName,
        _ names: (ServerSite) async throws(Failure) -> FleetAnswers<[String]>?
    ) async -> [String] {
        // A shell must not be disturbed by an error.
        guard let address = try? ServerURL(url),
            let connection = try? await ServerAccess.system.connection(to: address),
            let answers = try? await names(ServerSite(connection, hosts: hosted.host.map { [$0] } ?? []))
        else { return [] }
        let isHosted = hosted.host != nil || answers.isSeveral
        let found = answers.values.flatMap { host, names in isHosted ? names.map { "\(host)/\($0)" } : names }
        return Set(found).filter { $0.hasPrefix(prefix) }.sorted()
    }

    /// The values of `--host` among words that may not be complete.
    ///
    /// Bash makes words of their own of characters such as the colon of a URI; those are put together again.
    static func hosts(in words: [String]) -> [String] { values(of: "--host", in: words) }

    private static func values(of option: String, in words: [String]) -> [String] {
        var found: [String] = []
        for (index, word) in words.enumerated() where word == option || word.hasPrefix("\(option)=") {
            var value = String(word.dropFirst(option.count + 1))
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
