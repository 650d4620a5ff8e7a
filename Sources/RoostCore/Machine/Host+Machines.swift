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
    /// - Throws: ``PartialFailure`` with a failure for each text that names nothing and each machine that failed;
    ///   `CancellationError` when the waiting was stopped.
    public func forEachMachine(
        _ texts: [String], _ body: @escaping @Sendable (Machine) async throws -> Void
    ) async throws {
        let (found, missing) = NamePattern.select(
            texts, from: try await machines(), name: \.name, uuid: \.uuid, id: \.id)
        let failures = try await withThrowingTaskGroup(of: (Int, Failure)?.self) { group in
            for (index, machine) in found.enumerated() {
                group.addTask {
                    do throws(Failure) {
                        try await Self.failing(machine, body)
                        return nil
                    } catch {
                        return (index, error)
                    }
                }
            }
            var failures: [(Int, Failure)] = []
            for try await failure in group { if let failure { failures.append(failure) } }
            return failures.sorted { $0.0 < $1.0 }.map(\.1)
        }
        try Task.checkCancellation()
        guard missing.isEmpty, failures.isEmpty else {
            throw PartialFailure(failures: missing + failures, attempted: missing.count + found.count)
        }
    }

    private static func failing(_ machine: Machine, _ body: (Machine) async throws -> Void) async throws(Failure) {
        do {
            try await body(machine)
        } catch let failure as Failure {
            throw failure
        } catch is CancellationError {
            throw Failure(.interrupted, "Stopped waiting for \(machine.name)", remedy: "It goes on by itself.")
        } catch {
            throw Failure(.general, "\(machine.name): \(error)")
        }
    }
}

extension Machine {
    /// libvirt's number while it runs.
    public var id: Int? { domain.id.map(Int.init) }
}
