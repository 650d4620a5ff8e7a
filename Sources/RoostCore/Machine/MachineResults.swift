/// What came of doing the same to several machines.
public struct MachineResults<Value: Sendable>: Sendable {
    /// Of the machines where it worked, in the order in which they were named.
    public let values: [Value]
    /// What went wrong with the others.
    public let failure: PartialFailure?

    /// - Throws: ``failure``, where there is one.
    public func check() throws(PartialFailure) {
        if let failure { throw failure }
    }
}

extension MachineResults {
    /// Does the same to each machine, at the same time.
    /// - Parameter missing: the failures of those that were named and not found.
    static func gathered<Item: Sendable>(
        from machines: [Item], missing: [Failure], label: @escaping @Sendable (Item) -> String,
        _ body: @escaping @Sendable (Item) async throws -> Value
    ) async -> MachineResults {
        let results = await withTaskGroup(of: (Int, Result<Value, Failure>).self) { group in
            for (index, machine) in machines.enumerated() {
                group.addTask { (index, await result(machine, label, body)) }
            }
            var results = [Result<Value, Failure>?](repeating: nil, count: machines.count)
            for await (index, result) in group { results[index] = result }
            return results.compactMap(\.self)
        }
        var values: [Value] = []
        var failures = missing
        for result in results {
            switch result {
            case .success(let value): values.append(value)
            case .failure(let failure): failures.append(failure)
            }
        }
        return MachineResults(
            values: values,
            failure: failures.isEmpty
                ? nil : PartialFailure(failures: failures, attempted: missing.count + machines.count))
    }

    private static func result<Item>(
        _ machine: Item, _ label: (Item) -> String, _ body: (Item) async throws -> Value
    ) async -> Result<Value, Failure> {
        do {
            return .success(try await body(machine))
        } catch let failure as Failure {
            return .failure(failure)
        } catch is CancellationError {
            return .failure(
                Failure(.interrupted, "Stopped waiting for \(label(machine))", remedy: "It goes on by itself."))
        } catch {
            return .failure(Failure(.general, "\(label(machine)): \(error)"))
        }
    }
}
