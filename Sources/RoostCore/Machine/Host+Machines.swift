import Libvirt

extension Host {
    /// Every machine, defined or running, in the order of their names. One call.
    public func machines() async throws(Failure) -> [Machine] {
        let domains = try await doing("Cannot list the machines") { () throws(LibvirtError) in
            try await connection.domains()
        }
        return domains.map { Machine(host: self, domain: $0) }.sorted { $0.name < $1.name }
    }

    /// The one machine that the text names.
    /// - Throws: ``Failure`` of kind notFound, or of kind usage when a pattern names several.
    public func machine(_ text: String) async throws(Failure) -> Machine {
        let (found, missing) = NamePattern.select(
            [text], from: try await machines(), name: \.name, uuid: \.uuid, id: \.id)
        if let failure = missing.first { throw failure }
        guard found.count == 1 else {
            throw Failure(
                .usage, "'\(text)' names \(found.count) machines", why: "this takes one",
                remedy: "Name one of: \(found.prefix(5).map(\.name).joined(separator: ", "))")
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
    /// - Throws: ``Failure`` when the machines cannot be listed; what goes wrong with one of them is in the results.
    public func mapMachines<Value: Sendable>(
        _ texts: [String], _ body: @escaping @Sendable (Machine) async throws -> Value
    ) async throws(Failure) -> MachineResults<Value> {
        let (found, missing) = NamePattern.select(
            texts, from: try await machines(), name: \.name, uuid: \.uuid, id: \.id)
        return await MachineResults.gathered(from: found, missing: missing, body)
    }
}

extension Machine {
    /// libvirt's number while it runs.
    public var id: Int? { domain.id.map(Int.init) }
}
