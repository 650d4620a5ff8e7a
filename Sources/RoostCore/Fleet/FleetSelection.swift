/// What names and patterns mean on the hosts of a fleet.
public struct FleetSelection<Item: Sendable>: Sendable {
    /// Each once, in the order of the names and then of the hosts.
    public let items: [Item]
    /// Of names that mean nothing or too much, and of hosts that did not answer.
    public let failures: [Failure]

    package init(items: [Item], failures: [Failure] = []) {
        self.items = items
        self.failures = failures
    }

    func map<Other>(_ body: (Item) -> Other) -> FleetSelection<Other> {
        FleetSelection<Other>(items: items.map(body), failures: failures)
    }

    /// All of the items.
    /// - Throws: the first failure, where there is one.
    public func complete() throws(Failure) -> [Item] {
        if let failure = failures.first { throw failure }
        return items
    }
}

extension FleetSelection where Item: OnHost {
    /// The items of each host, hosts in the order in which they first come.
    public var byHost: [(host: Host, items: [Item])] {
        var groups: [(host: Host, items: [Item])] = []
        for item in items {
            if let index = groups.firstIndex(where: { $0.host.connection === item.host.connection }) {
                groups[index].items.append(item)
            } else {
                groups.append((item.host, [item]))
            }
        }
        return groups
    }
}
