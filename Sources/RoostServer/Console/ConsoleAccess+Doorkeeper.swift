extension ConsoleAccess {
    /// As the doorkeeper has it.
    init(_ doorkeeper: Doorkeeper) {
        self.init(
            identify: { try await doorkeeper.identity(of: $0) },
            comesFromOwnPage: { doorkeeper.origin.admitsHost($0) && doorkeeper.origin.comesFromOwnPage($0) },
            mayStay: { await doorkeeper.again($0).map { $0.role >= .operator } ?? false })
    }
}
