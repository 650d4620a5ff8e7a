/// Who asks, and what that one may do now.
struct Identity: Hashable, Sendable {
    let user: String
    /// What it may do now.
    let role: Role
    /// What it may do after it has given its password once more; for a token the same as ``role``.
    let maximumRole: Role
    /// The session of a person at the page.
    let session: SessionID?
    /// The API token of a program.
    let token: TokenID?
    /// The only host that a token is for; nil for all.
    let host: String?

    init(
        user: String, role: Role, maximumRole: Role? = nil, session: SessionID? = nil, token: TokenID? = nil,
        host: String? = nil
    ) {
        self.user = user
        self.role = role
        self.maximumRole = maximumRole ?? role
        self.session = session
        self.token = token
        self.host = host
    }

    /// Whether it may see anything of a host.
    func reaches(host name: String) -> Bool { host.map { $0 == name } ?? true }

    /// Refuses whoever has not this role now, and says whether the password given once more would help.
    func require(_ role: Role) throws(Problem) {
        guard self.role < role else { return }
        throw maximumRole >= role ? Problem.elevationNeeded : Problem.roleNeeded(role)
    }
}
