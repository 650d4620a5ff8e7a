extension Array where Element: Sendable {
    /// Asks the same of every element, as many at a time as the connection has call threads (five), and answers in the
    /// elements' order. For what libvirt hands out one by one only.
    /// - Throws: the failure of the first element, in their order, that failed.
    func concurrentMap<Value: Sendable>(
        _ body: @escaping @Sendable (Element) async throws(Failure) -> Value
    ) async throws(Failure) -> [Value] {
        let results = await withTaskGroup(of: (Int, Result<Value, Failure>).self) { group in
            for (index, element) in enumerated() {
                group.addTask {
                    do throws(Failure) {
                        return (index, .success(try await body(element)))
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            var results: [(Int, Result<Value, Failure>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
        var values: [Value] = []
        for result in results { values.append(try result.get()) }
        return values
    }
}
