extension Fleet {
    /// Finds what the texts name: on the host in front of a name, else on the chosen hosts.
    ///
    /// Where several hosts are chosen, a bare name must be the only one of its kind on all of them, and all must answer, for
    /// else nobody knows which one is meant. A pattern means everything that it matches on those that answer.
    /// - Throws: ``Failure`` when the only host does not answer.
    public func select<Item: HostItem>(
        _ texts: [String], of type: Item.Type = Item.self
    ) async throws(Failure) -> FleetSelection<Item> {
        let hosted = texts.map { split($0, .item) }
        let chosen = hosted.contains { $0.host == nil } ? try chosen() : []
        var members = chosen
        var failures: [Failure] = []
        var places: [(name: HostedName, members: [FleetMember])] = []
        for name in hosted {
            do throws(Failure) {
                let asked = try name.host.map { text throws(Failure) in [FleetMember.named(try locator.target(text))] }
                places.append((name, asked ?? chosen))
                for member in asked ?? [] where !members.contains(member) { members.append(member) }
            } catch {
                failures.append(error)
            }
        }
        let isNamed = hosted.contains { $0.host != nil }
        let answers = await gather(members, keepingOpen: true) { _, host throws(Failure) in
            try await Item.all(of: isNamed ? host.amongOthers() : host)
        }
        if members.count == 1, failures.isEmpty { _ = try answers[0].result.get() }
        let known = Dictionary(zip(members, answers)) { first, _ in first }
        var selection = Picking<Item>(failures: failures)
        for (name, members) in places { selection.pick(name, from: members.compactMap { known[$0] }) }
        return FleetSelection(items: selection.items, failures: selection.failures)
    }

    /// The one thing that the text names.
    /// - Throws: ``Failure`` of kind notFound, or of kind usage when it names several.
    public func one<Item: HostItem>(_ text: String, of type: Item.Type = Item.self) async throws(Failure) -> Item {
        let found: [Item] = try await select([text]).complete()
        guard found.count == 1 else {
            throw Failure(
                .usage, "'\(text)' names \(found.count) \(Item.kind)s", why: "this takes one",
                remedy: found.isEmpty
                    ? nil : "Name one of: \(found.prefix(5).map(\.label).joined(separator: ", "))")
        }
        return found[0]
    }

    /// Does the same to each machine that the texts name, at the same time. One failure does not stop the others.
    /// - Throws: ``PartialFailure`` with a failure for each text that names nothing and each machine that failed, or whose
    ///   waiting was stopped.
    public func forEachMachine(
        _ texts: [String], _ body: @escaping @Sendable (Machine) async throws -> Void
    ) async throws {
        try await mapMachines(texts, body).check()
    }

    /// The same with a result from each machine.
    /// - Throws: ``Failure`` when the only host does not answer; what goes wrong with one machine is in the results.
    public func mapMachines<Value: Sendable>(
        _ texts: [String], _ body: @escaping @Sendable (Machine) async throws -> Value
    ) async throws(Failure) -> MachineResults<Value> {
        let selection = try await select(texts, of: Machine.self)
        return await MachineResults.gathered(from: selection.items, missing: selection.failures, body)
    }
}

/// Picks what names mean from what the hosts have, one name after the other.
private struct Picking<Item: HostItem> {
    var items: [Item] = []
    var failures: [Failure] = []
    private var seen: Set<String> = []
    /// Hosts whose failure was told.
    private var told: Set<String> = []

    init(failures: [Failure]) { self.failures = failures }

    mutating func pick(_ name: HostedName, from answers: [HostAnswer<[Item]>]) {
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
        for item in found where seen.insert("\(item.host.name)/\(item.uuid)").inserted { items.append(item) }
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
