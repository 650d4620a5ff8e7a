/// The same for each item, so many at a time; the results are in the order of the items. The first failure ends it.
/// - Parameter limit: at least 1. libvirt serves five requests of a client at once.
func concurrently<Item: Sendable, Value: Sendable>(
    _ items: [Item], atMost limit: Int = 5, _ body: @escaping @Sendable (Item) async throws(Failure) -> Value
) async throws(Failure) -> [Value] {
    var results = [Value?](repeating: nil, count: items.count)
    let failure = await withTaskGroup(of: (Int, Result<Value, Failure>).self) { group -> Failure? in
        var next = 0
        func add() {
            guard next < items.count else { return }
            let index = next
            next += 1
            group.addTask {
                do throws(Failure) {
                    return (index, .success(try await body(items[index])))
                } catch {
                    return (index, .failure(error))
                }
            }
        }
        for _ in 0..<limit { add() }
        for await (index, result) in group {
            switch result {
            case .success(let value): results[index] = value
            case .failure(let failure):
                group.cancelAll()
                return failure
            }
            add()
        }
        return nil
    }
    if let failure { throw failure }
    return results.compactMap(\.self)
}
