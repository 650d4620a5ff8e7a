extension Fleet {
    /// The volumes at the addresses, each `POOL/NAME`, a path or a bare name, or one of these with a host in front:
    /// `HOST/POOL/NAME`, `HOST//PATH`. Without a host it must be on one of the chosen hosts only.
    /// - Parameter pool: of bare names; nil means the pool `default`.
    /// - Throws: ``Failure`` of kind usage for a text that cannot be an address, or that of the only host.
    public func volumes(_ texts: [String], pool: String?) async throws(Failure) -> FleetSelection<Volume> {
        var wanted: [Wanted] = []
        var members: [FleetMember] = []
        for text in texts {
            let hosted = split(text, .volume)
            let places: [FleetMember]
            if let host = hosted.host { places = [.named(try locator.target(host))] } else { places = try chosen() }
            wanted.append(
                Wanted(text: text, address: try VolumeAddress(hosted.name, pool: pool), places: places))
            for member in places where !members.contains(member) { members.append(member) }
        }
        let isNamed = wanted.contains { split($0.text, .volume).host != nil }
        let answers = await gather(members, keepingOpen: true) { [wanted] member, host throws(Failure) in
            let host = isNamed ? host.amongOthers() : host
            var found: [VolumeAddress: Result<Volume, Failure>] = [:]
            for item in wanted where item.places.contains(member) && found[item.address] == nil {
                found[item.address] = await attempt { () throws(Failure) in try await host.volume(item.address) }
            }
            return found
        }
        if members.count == 1 { _ = try answers[0].result.get() }
        let known = Dictionary(zip(members, answers)) { first, _ in first }
        var (volumes, failures): ([Volume], [Failure]) = ([], [])
        for item in wanted {
            do throws(Failure) {
                volumes.append(try item.pick(item.places.compactMap { known[$0] }))
            } catch {
                failures.append(error)
            }
        }
        return FleetSelection(items: volumes, failures: failures)
    }

    /// The one volume at an address.
    /// - Throws: ``Failure`` of kind notFound, or of kind usage when several hosts have it.
    public func volume(_ text: String, pool: String?) async throws(Failure) -> Volume {
        try await volumes([text], pool: pool).complete()[0]
    }

    private struct Wanted: Sendable {
        let text: String
        let address: VolumeAddress
        let places: [FleetMember]

        func pick(_ answers: [HostAnswer<[VolumeAddress: Result<Volume, Failure>]>]) throws(Failure) -> Volume {
            let results = answers.map { answer in
                (answer.host, answer.result.flatMap { $0[address] ?? .failure(Failure(.general, "Not asked")) })
            }
            if let only = results.first, results.count == 1 { return try only.1.get() }
            let found = results.compactMap { try? $0.1.get() }
            guard found.count <= 1 else {
                throw Failure(
                    .usage, "'\(text)' is on \(found.count) hosts",
                    remedy:
                        "Name one of: \(found.prefix(5).map { $0.host.label("\(address)") }.joined(separator: ", "))")
            }
            // A host without the pool or the volume is sure not to have it; of another failure that is not known.
            for (host, result) in results {
                guard case .failure(let failure) = result, failure.kind != .notFound else { continue }
                throw Failure(
                    failure.kind, "Cannot tell on which host '\(text)' is", why: "\(host): \(failure)",
                    remedy: "Name the host in front: HOST/\(address)")
            }
            guard let volume = found.first else {
                throw Failure(.notFound, "There is no volume '\(text)' on any of the \(answers.count) hosts")
            }
            return volume
        }
    }
}

extension Volume {
    /// The address of another volume on the same host: a bare name is one of the same pool.
    /// - Throws: ``Failure`` of kind usage when the text names another host.
    public func sibling(_ text: String) throws(Failure) -> VolumeAddress {
        let hosted = HostedName(text, .volume, chosen: [host.name])
        guard hosted.host == nil || hosted.host == host.name else {
            throw Failure(
                .usage, "'\(text)' is on another host than \(address)", why: "a copy is made on the same host",
                remedy: "To bring it there: roost volume download, then roost volume upload.")
        }
        return try VolumeAddress(hosted.name, beside: pool.name)
    }
}
