/// Picks what names mean from what the hosts have, one name after the other.
package struct NamePicking<Item: SiteItem> {
    package private(set) var items: [Item] = []
    package private(set) var failures: [Failure] = []
    private var seen: Set<String> = []
    /// Hosts whose failure was told.
    private var told: Set<String> = []

    package init(failures: [Failure] = []) { self.failures = failures }

    package mutating func pick(_ name: HostedName, from answers: [HostAnswer<[Item]>]) {
        let all = answers.flatMap { (try? $0.result.get()) ?? [] }
        let (found, asPattern) = NamePattern.find(name.name, from: all, name: \.name, uuid: \.uuid, id: \.id)
        let silent = answers.compactMap { answer -> (host: String, failure: Failure)? in
            guard case .failure(let failure) = answer.result else { return nil }
            return (answer.host, failure)
        }
        switch (found.count, silent.first) {
        case (0, nil): failures.append(notFound(name, all, hosts: answers.count))
        case (0, _?): tell(silent)
        case (_, _) where asPattern:
            add(found)
            tell(silent)
        case (1, nil): add(found)
        case (1, let other?):
            failures.append(
                Failure(
                    other.failure.kind, "Cannot tell whether '\(name.text)' is \(found[0].label) alone",
                    why: "\(other.host) does not answer", remedy: "Name it \(found[0].label)."))
            tell(silent)
        default:
            failures.append(
                Failure(
                    .usage, "'\(name.text)' is on \(found.count) hosts",
                    remedy: "Name one of: \(found.prefix(5).map(\.label).joined(separator: ", "))"))
        }
    }

    private mutating func add(_ found: [Item]) {
        for item in found where seen.insert("\(item.hostName)/\(item.uuid)").inserted { items.append(item) }
    }

    private mutating func tell(_ silent: [(host: String, failure: Failure)]) {
        for (host, failure) in silent where told.insert(host).inserted {
            failures.append(failure.whileAsking(host))
        }
    }

    private func notFound(_ name: HostedName, _ all: [Item], hosts: Int) -> Failure {
        let failure = NamePattern.notFound(name.name, kind: Item.kind, names: all.map(\.name))
        let place = name.host.map { " on \($0)" } ?? (hosts > 1 ? " on any of the \(hosts) hosts" : "")
        return Failure(failure.kind, failure.what + place, why: failure.why, remedy: failure.remedy)
            .or(remedy: hosts > 1 ? nil : Item.remedy(known: all.map(\.name)))
    }
}
