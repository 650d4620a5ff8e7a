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
        var selection = NamePicking<Item>(failures: failures)
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
        return await MachineResults.gathered(
            from: selection.items, missing: selection.failures, label: { $0.label }, body)
    }
}
