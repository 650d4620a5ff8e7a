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

    /// A UUID as Roost writes it; nil for a text that is none.
    public static func canonicalUUID(_ text: String) -> String? { LibvirtUUID(text)?.description }

    /// The machine of that UUID. One call.
    /// - Parameter uuid: in any spelling.
    /// - Throws: ``Failure`` of kind notFound, also for a text that is no UUID.
    public func machine(uuid text: String) async throws(Failure) -> Machine {
        let what = "There is no machine '\(text)'"
        guard let uuid = LibvirtUUID(text) else { throw Failure(.notFound, what, why: "that is no UUID") }
        return Machine(
            host: self,
            domain: try await doing(what) { () throws(LibvirtError) in try await connection.domain(uuid: uuid) })
    }
}

extension Machine {
    /// libvirt's number while it runs.
    public var id: Int? { domain.id.map(Int.init) }
}
