/// Which of several hosts is asked for which names: a name with a host in front goes to that host, any other to all that are
/// chosen.
package struct NamePlan<Member: Hashable & Sendable>: Sendable {
    package let hosted: [HostedName]
    /// Of each name, whom it is asked of.
    package let places: [[Member]]
    package let members: [Member]
    package let names: [Member: [String]]
    package let isSeveral: Bool

    /// - Parameters:
    ///   - chosen: the hosts that are meant without a name.
    ///   - named: the host of a name.
    package init(
        _ hosted: [HostedName], chosen: () throws(Failure) -> [Member], named: (String) throws(Failure) -> Member
    ) throws(Failure) {
        self.hosted = hosted
        let isBare = hosted.isEmpty || hosted.contains { $0.host == nil }
        let chosen = isBare ? try chosen() : []
        var members = chosen
        var names: [Member: [String]] = [:]
        var places: [[Member]] = []
        for name in hosted {
            let asked = try name.host.map { text throws(Failure) in [try named(text)] }
            places.append(asked ?? chosen)
            for member in asked ?? chosen {
                if !members.contains(member) { members.append(member) }
                names[member, default: []].append(name.name)
            }
        }
        self.members = members
        self.names = names
        self.places = places
        isSeveral = members.count > 1
    }

    /// What the members answered, in their order, as rows.
    /// - Throws: ``Failure`` where only one host is meant: its own, or for a name that it does not have.
    package func rows<Row>(_ answers: [HostAnswer<NamedRows<Row>>]) throws(Failure) -> FleetAnswers<[Row]> {
        if !isSeveral {
            let rows = try answers[0].result.get()
            if let failure = hosted.lazy.compactMap({ rows.missing[$0.name] }).first { throw failure }
        }
        return FleetAnswers(answers: answers, failures: failures(answers), isSeveral: isSeveral).map(\.rows)
    }

    /// A name is missing when every host that it was asked of has answered and none has it.
    private func failures<Row>(_ answers: [HostAnswer<NamedRows<Row>>]) -> [Failure] {
        guard isSeveral else { return [] }
        let results = Dictionary(zip(members, answers.map(\.result))) { first, _ in first }
        return zip(hosted, places).compactMap { name, asked in
            let found = asked.map { member in (try? results[member]?.get())?.missing[name.name] }
            // A host that failed tells that itself.
            guard found.allSatisfy({ $0 != nil }), let failure = found.first ?? nil else { return nil }
            guard asked.count > 1 else { return failure }
            return Failure(failure.kind, "\(failure.what) on any of the \(asked.count) hosts")
        }
    }
}
