/// Who may log in. The system's accounts in the running server; tests have their own.
protocol Accounts: Sendable {
    /// Checks a password, and whether the account may be used now.
    /// - Parameter address: where the person is.
    func authenticate(user: String, password: String, address: String) async throws(AccountRefusal) -> Account

    /// An account that may be used now.
    func account(_ user: String) async throws(AccountRefusal) -> Account
}
