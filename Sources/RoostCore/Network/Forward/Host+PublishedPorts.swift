import Libvirt

extension Host {
    /// The ports of the host that lead to machines, by their definitions: one call a machine.
    public func publishedPorts(_ texts: [String] = []) async throws(Failure) -> NamedRows<PublishedPortRow> {
        let (machines, missing) = try await find(texts, of: Machine.self)
        let rows = try await machines.concurrentMap { machine throws(Failure) -> [PublishedPortRow] in
            let found = try await Self.unlessGone { () throws(Failure) in try await machine.metadata().ports } ?? []
            return found.map {
                PublishedPortRow(
                    machine: machine.name, uuid: machine.uuid, host: self.name, active: machine.id != nil, port: $0)
            }
        }.flatMap(\.self)
        return NamedRows(
            rows: rows.sorted { ($0.port.port, $0.machine) < ($1.port.port, $1.machine) }, missing: missing)
    }

    /// Puts all forwards of machines that run into force again, as after a firewall was started anew, and takes away the rules
    /// of machines that are gone.
    /// - Returns: how many machines have forwards that are in force now.
    public func restorePublishedPorts() async throws(Failure) -> Int {
        let task = "Cannot put the forwards of \(name) into force"
        return try await restorePublishedPorts(by: try await ForwardRules(self, for: task), task)
    }

    func restorePublishedPorts(by rules: ForwardRules, _ task: String) async throws(Failure) -> Int {
        let rows = try await publishedPorts().rows
        let known = Set(rows.map(\.uuid)).sorted()
        guard !known.isEmpty else {
            // Rules of a machine that there never was: only what is left of others goes.
            try await rules.drop("00000000-0000-0000-0000-000000000000", known: [], for: task)
            return 0
        }
        _ = try await rules.install(for: task)
        let running = Set(rows.filter(\.active).map(\.uuid)).sorted()
        for uuid in known where !running.contains(uuid) { try await rules.drop(uuid, known: known, for: task) }
        for uuid in running {
            let machine = try await machine(uuid)
            try await rules.apply(
                try await machine.forwardDefinition(task), of: uuid, ports: rows.count { $0.uuid == uuid },
                known: known, for: task)
        }
        return running.count
    }
}

extension VirtualNetwork {
    /// The ports of the host that lead to addresses of this network: one call a machine.
    public func publishedPorts() async throws(Failure) -> [PublishedPortRow] {
        let subnets = try await details().network.addresses.compactMap { IPNetwork.parse($0)?.network }
        return try await host.publishedPorts().rows.filter { row in subnets.contains { $0.contains(row.port.address) } }
    }
}
