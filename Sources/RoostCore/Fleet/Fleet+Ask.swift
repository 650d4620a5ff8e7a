extension Fleet {
    /// Asks every chosen host the same, all at once and each within its time.
    /// - Parameters:
    ///   - time: how long the question takes by itself, on top of the host's own time.
    ///   - questions: whether ssh may ask for what it needs to let us in.
    /// - Throws: ``Failure`` of the host, where only one is meant.
    public func ask<Value: Sendable>(
        taking time: Duration = .zero, questions: Questions = .allowed,
        _ body: @escaping @Sendable (Host) async throws(Failure) -> Value
    ) async throws(Failure) -> FleetAnswers<Value> {
        let members = try chosen()
        let answers = await gather(members, keepingOpen: false, taking: time, questions) { _, host throws(Failure) in
            try await body(host)
        }
        if members.count == 1 { _ = try answers[0].result.get() }
        return FleetAnswers(answers: answers, isSeveral: members.count > 1)
    }

    /// Asks for rows that names and patterns choose; a name with a host in front asks that host only.
    /// - Parameters:
    ///   - list: the rows that some names choose on a host, all rows for none, and the names that the host does not have.
    /// - Throws: ``Failure`` where only one host is meant: its own, or for a name that it does not have.
    public func ask<Row: Sendable>(
        names: [String],
        _ list: @escaping @Sendable (Host, [String]) async throws(Failure) -> NamedRows<Row>
    ) async throws(Failure) -> FleetAnswers<[Row]> {
        let plan = try plan(names)
        let answers = await gather(plan.members, keepingOpen: false) { member, host throws(Failure) in
            try await list(host, plan.names[member] ?? [])
        }
        return try plan.rows(answers)
    }

    /// Connects to the hosts that are chosen, or that stand in front of names, and says which names are whose.
    /// - Throws: ``Failure`` of the host, where only one is meant.
    public func hosts(
        for names: [String] = []
    ) async throws(Failure) -> FleetAnswers<(host: Host, names: [String])> {
        let plan = try plan(names)
        let answers = await gather(plan.members, keepingOpen: true) { member, host throws(Failure) in
            (host: host, names: plan.names[member] ?? [])
        }
        if !plan.isSeveral { _ = try answers[0].result.get() }
        return FleetAnswers(answers: answers, isSeveral: plan.isSeveral)
    }

    /// Which host is asked for which names.
    func plan(_ texts: [String]) throws(Failure) -> NamePlan<FleetMember> {
        try NamePlan(texts.map { split($0, .item) }) { () throws(Failure) in
            try chosen()
        } named: { text throws(Failure) in
            .named(try locator.target(text))
        }
    }
}

extension Fleet {
    /// How each chosen host is; a single one that does not answer is told as one of several would be.
    public func overviews() async throws(Failure) -> FleetAnswers<HostOverview> {
        let answers = await gather(try chosen(), keepingOpen: false) { _, host throws(Failure) in
            try await host.overview()
        }
        return FleetAnswers(answers: answers, isSeveral: true)
    }

    /// Ends the logins to the chosen hosts.
    /// - Returns: whether there was one; nil for a host that is not reached by ssh.
    public func logOut() async throws(Failure) -> FleetAnswers<Bool?> {
        var answers: [HostAnswer<Bool?>] = []
        for case .named(let target) in try chosen() {
            let result = await attempt { () throws(Failure) in
                try await HostLogin(to: target.uri, name: target.name)?.disconnect()
            }
            answers.append(HostAnswer(host: target.name, result: result))
        }
        return FleetAnswers(answers: answers, isSeveral: answers.count > 1)
    }
}
