/// Finds the release that a name means among those that the database knows.
enum NameResolution: Hashable {
    case exact(id: String)
    case nearest(id: String, reason: String)
    case none(suggestions: [String])

    /// `asked` may be a short name, an identifier or the full name, in any letter case.
    static func resolve(_ asked: String, among known: [KnownRelease]) -> NameResolution {
        let name = trimmed(asked.lowercased())
        guard !name.isEmpty, name.utf8.count <= ReleaseName.maximumLength else { return .none(suggestions: []) }
        if let release = known.first(where: { $0.shortIDs.contains { $0.lowercased() == name } }) {
            return .exact(id: release.id)
        }
        if let release = known.first(where: { $0.id.lowercased() == name || $0.name?.lowercased() == name }) {
            return .exact(id: release.id)
        }
        if let wanted = ReleaseName(name), let found = nearest(to: wanted, among: candidates(known)) {
            return .nearest(id: found.id, reason: reason(wanted: wanted, asked: trimmed(asked), found: found))
        }
        return .none(suggestions: suggestions(for: name, among: known))
    }

    private struct Candidate {
        let id: String
        let shortID: String
        let release: ReleaseName
    }

    private static func candidates(_ known: [KnownRelease]) -> [Candidate] {
        known.flatMap { release in
            (release.shortIDs + [release.id]).compactMap { name in
                ReleaseName(name).map {
                    Candidate(id: release.id, shortID: release.shortIDs.first ?? name, release: $0)
                }
            }
        }
    }

    /// The newest release under the asked version (`rhel9` means RHEL 9.x), else the greatest below it, else the
    /// lowest above. Never another distribution.
    private static func nearest(to wanted: ReleaseName, among all: [Candidate]) -> Candidate? {
        let family = all.filter { $0.release.stem == wanted.stem }
        let unknown = wanted.isUnknownRelease ? family.filter(\.release.isUnknownRelease) : []
        let pool = unknown.isEmpty ? family.filter { !$0.release.isUnknownRelease } : unknown
        func older(_ a: Candidate, _ b: Candidate) -> Bool {
            a.release.version.lexicographicallyPrecedes(b.release.version)
        }
        return pool.filter { $0.release.version.starts(with: wanted.version) }.max(by: older)
            ?? pool.filter { $0.release.version.lexicographicallyPrecedes(wanted.version) }.max(by: older)
            ?? pool.min(by: older)
    }

    private static func reason(wanted: ReleaseName, asked: String, found: Candidate) -> String {
        let version = found.release.version
        if version.starts(with: wanted.version) {
            return "\(asked) names no single release; \(found.shortID) is the newest one known"
        }
        let isOlder = version.lexicographicallyPrecedes(wanted.version)
        return
            "\(asked) is not in the osinfo database; \(found.shortID) is the nearest \(isOlder ? "older" : "newer") one"
    }

    /// A misspelt distribution with a good version leads first to its nearest release, then come names that look
    /// alike, newer ones first.
    private static func suggestions(for name: String, among known: [KnownRelease]) -> [String] {
        let limit = max(2, name.utf8.count / 4)
        var found: [String] = []
        if let wanted = ReleaseName(name) {
            let all = candidates(known)
            let stems = Set(all.map(\.release.stem)).map { ($0, EditDistance.between($0, wanted.stem)) }
                .filter { $0.1 <= limit && $0.1 < $0.0.utf8.count }
                .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            if let stem = stems.first?.0, let corrected = ReleaseName(stem + name.dropFirst(wanted.stem.count)) {
                found += nearest(to: corrected, among: all).map { [$0.shortID] } ?? []
            }
        }
        found += known.flatMap(\.shortIDs).map { ($0, EditDistance.between($0, name)) }
            .filter { $0.1 <= limit && $0.1 < name.utf8.count }
            .sorted { $0.1 == $1.1 ? NaturalOrder.precedes($1.0, $0.0) : $0.1 < $1.1 }
            .map(\.0)
        var seen: Set<String> = []
        return Array(found.filter { seen.insert($0).inserted }.prefix(5))
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
