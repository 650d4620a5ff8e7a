/// Runs work that others run beside, and keeps its failure until it is asked for.
package func attempt<Value>(
    _ body: () async throws(Failure) -> Value
) async -> Result<Value, Failure> {
    do {
        return .success(try await body())
    } catch {
        return .failure(error)
    }
}
