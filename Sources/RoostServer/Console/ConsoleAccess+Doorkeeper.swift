extension ConsoleAccess {
    /// As the doorkeeper has it.
    init(_ doorkeeper: Doorkeeper) {
        self.init(
            identify: { try await doorkeeper.identity(of: $0) },
            comesFromOwnPage: { doorkeeper.origin.admitsHost($0) && doorkeeper.origin.comesFromOwnPage($0) },
            mayStay: { await doorkeeper.knows($0) })
    }
}

extension Doorkeeper {
    /// Whether somebody who was let in is still logged in, and may still use machines.
    fileprivate func knows(_ identity: Identity) async -> Bool {
        if let id = identity.session, !sessions.all(of: identity.user).contains(where: { $0.id == id }) { return false }
        if let id = identity.token, !tokens.all(of: identity.user).contains(where: { $0.id == id }) { return false }
        return await standings.role(of: identity.user).map { $0 >= .operator } ?? false
    }
}
