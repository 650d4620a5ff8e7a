import SystemPackage

/// Shows a person what ssh writes to its log while it logs in, such as that a password was wrong: on the terminal to
/// which standard error leads.
struct LoginLog: Sendable {
    let folder: LoginFolder

    private static let interval = Duration.milliseconds(100)

    /// Shows what comes until `body` is done. The last words, after which ssh ends, are for the failure that is made of them.
    func shown<Value: Sendable>(
        during body: @escaping @Sendable () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let follower = Task {
            var seen = LoginLogLines()
            // Ended by being cancelled.
            while (try? await Task.sleep(for: Self.interval)) != nil {
                for line in seen.next(folder.readLog()) {
                    // The question that ssh asks next may stand there already. A terminal that is gone has nobody to tell.
                    _ = try? FileDescriptor.standardError.writeAll("\n\(line)\n".utf8)
                }
            }
        }
        defer { follower.cancel() }
        return try await body()
    }
}
