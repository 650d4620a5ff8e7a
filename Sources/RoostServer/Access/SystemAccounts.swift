import PAM

/// The system's accounts, through PAM and the name service.
struct SystemAccounts: Accounts {
    private let service: PAMService
    private let threads = AccountThreads()

    init(service: PAMService) { self.service = service }

    func authenticate(user: String, password: String, address: String) async throws(AccountRefusal) -> Account {
        try checkService()
        let service = service
        return try await look { service.authenticate(user: user, password: password, address: address) }
    }

    func account(_ user: String) async throws(AccountRefusal) -> Account {
        try checkService()
        let service = service
        return try await look { service.admits(user: user, address: "localhost") }
    }

    /// PAM would take the service `other` in its place, and what that lets in differs from system to system.
    private func checkService() throws(AccountRefusal) {
        guard service.isInstalled else {
            throw .unavailable(
                "/etc/pam.d/\(service.name) is missing; 'roost serve --print-pam' prints what belongs into it")
        }
    }

    private func look(_ ask: @escaping @Sendable () -> PAMAnswer) async throws(AccountRefusal) -> Account {
        let (answer, account) = try await threads.run { () -> (PAMAnswer, SystemAccount?) in
            let answer = ask()
            guard case .accepted(let name) = answer else { return (answer, nil) }
            return (answer, SystemAccount.named(name))
        }
        if case .unavailable(let reason) = answer { throw .unavailable(reason) }
        guard let account else { throw .refused }
        return Account(name: account.name, isRoot: account.id == 0, groups: account.groups)
    }
}
