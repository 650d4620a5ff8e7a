extension Fleet {
    /// Finds what addresses mean that hold slashes themselves: on the host in front of one, else on the only one of the chosen
    /// hosts that has it.
    /// - Parameters:
    ///   - kind: what people call the sort: "volume".
    ///   - parse: reads an address without its host.
    /// - Throws: ``Failure`` of kind usage for a text that cannot be an address, or that of the only host.
    func located<Address: Hashable & Sendable & CustomStringConvertible, Item: OnHost>(
        _ texts: [String], _ form: HostedName.Form, kind: String,
        parse: (String) throws(Failure) -> Address,
        find: @escaping @Sendable (Host, Address) async throws(Failure) -> Item
    ) async throws(Failure) -> FleetSelection<Item> {
        var wanted: [Wanted<Address>] = []
        var members: [FleetMember] = []
        for text in texts {
            let hosted = split(text, form)
            let places: [FleetMember]
            if let host = hosted.host { places = [.named(try locator.target(host))] } else { places = try chosen() }
            wanted.append(Wanted(text: text, address: try parse(hosted.name), places: places))
            for member in places where !members.contains(member) { members.append(member) }
        }
        let isNamed = wanted.contains { split($0.text, form).host != nil }
        let answers = await gather(members, keepingOpen: true) { [wanted] member, host throws(Failure) in
            let host = isNamed ? host.amongOthers() : host
            var found: [Address: Result<Item, Failure>] = [:]
            for item in wanted where item.places.contains(member) && found[item.address] == nil {
                found[item.address] = await attempt { () throws(Failure) in try await find(host, item.address) }
            }
            return found
        }
        if members.count == 1 { _ = try answers[0].result.get() }
        let known = Dictionary(zip(members, answers)) { first, _ in first }
        var (items, failures): ([Item], [Failure]) = ([], [])
        for item in wanted {
            do throws(Failure) {
                items.append(try item.pick(item.places.compactMap { known[$0] }, kind: kind))
            } catch {
                failures.append(error)
            }
        }
        return FleetSelection(items: items, failures: failures)
    }
}

/// An address that somebody typed, and the hosts where it is looked for.
private struct Wanted<Address: Hashable & Sendable & CustomStringConvertible>: Sendable {
    let text: String
    let address: Address
    let places: [FleetMember]

    func pick<Item: OnHost>(
        _ answers: [HostAnswer<[Address: Result<Item, Failure>]>], kind: String
    ) throws(Failure) -> Item {
        let results = answers.map { answer in
            (answer.host, answer.result.flatMap { $0[address] ?? .failure(Failure(.general, "Not asked")) })
        }
        if let only = results.first, results.count == 1 { return try only.1.get() }
        let found = results.compactMap { try? $0.1.get() }
        guard found.count <= 1 else {
            throw Failure(
                .usage, "'\(text)' is on \(found.count) hosts",
                remedy: "Name one of: \(found.prefix(5).map { $0.host.label("\(address)") }.joined(separator: ", "))")
        }
        // A host without the pool or the thing is sure not to have it; of another failure that is not known.
        for (host, result) in results {
            guard case .failure(let failure) = result, failure.kind != .notFound else { continue }
            throw Failure(
                failure.kind, "Cannot tell on which host '\(text)' is", why: "\(host): \(failure)",
                remedy: "Name the host in front: HOST/\(address)")
        }
        guard let item = found.first else {
            throw Failure(.notFound, "There is no \(kind) '\(text)' on any of the \(answers.count) hosts")
        }
        return item
    }
}
