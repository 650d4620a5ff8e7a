import Hummingbird
import Logging
import RoostCore

/// Checks passwords: throttled, written down, and with one answer to all who are wrong.
struct LoginDesk: Sendable {
    let accounts: any Accounts
    let standings: Standings
    let throttle: LoginThrottle
    let audit: AuditTrail
    let metrics: Metrics
    /// Every wrong try takes as long as this, so that the time does not tell why it was wrong.
    let pause: Duration

    /// - Parameter action: for the audit trail: `login` or `elevate`.
    /// - Returns: the account's name and its highest role.
    /// - Throws: ``Problem``: 401 for whatever is wrong, 403 for an account without a role, 429 after too many tries, 503
    ///   when the system cannot be asked; ``Failure`` when the audit trail cannot be written.
    func check(
        user: String, password: String, action: String, _ context: RoostRequestContext
    ) async throws -> (user: String, role: Role) {
        // What is no name is counted as one and the same: a stranger's megabyte is not remembered.
        let isName = Self.isFit(user, longest: 256)
        let counted = isName ? user : ""
        try throttle.begin(user: counted, address: context.address)
        let start = ContinuousClock.now
        let account: Account
        do throws(AccountRefusal) {
            guard isName, Self.isFit(password, longest: 511) else {
                throw AccountRefusal.refused
            }
            account = try await accounts.authenticate(user: user, password: password, address: context.address)
        } catch {
            switch error {
            case .refused: throw try await refusal(user, action, start, context)
            case .unavailable(let reason): throw unavailable(reason, counted, context)
            }
        }
        throttle.succeeded(user: user, address: context.address)
        guard let role = await standings.note(account) else {
            try await audit.note(
                context, user: account.name, action: action, result: .refused, why: "no group with a role")
            throw Problem(
                "no-role", status: 403, "\(account.name) may not use Roost",
                remedy: "Ask an administrator for one of the groups that have a role.")
        }
        return (account.name, role)
    }

    private func refusal(
        _ user: String, _ action: String, _ start: ContinuousClock.Instant, _ context: RoostRequestContext
    ) async throws -> Problem {
        metrics.count("roost_login_failures_total")
        try await audit.note(context, user: await nameForTheTrail(user), action: action, result: .refused)
        try await Task.sleep(until: start + pause, clock: .continuous)
        return Problem(
            // 403 for one who is logged in already: a page takes 401 for the end of its session.
            "login-refused", status: action == "login" ? 401 : 403, "The password was refused",
            detail: "The name or the password is wrong, or the account may not be used.")
    }

    private func unavailable(_ reason: String, _ user: String, _ context: RoostRequestContext) -> Problem {
        throttle.withdraw(user: user, address: context.address)
        context.logger.error("nobody can log in", metadata: ["reason": "\(reason)"])
        return Problem(
            "login-unavailable", status: 503, "Nobody can log in at the moment", detail: reason, retryAfter: 10)
    }

    /// Some type their password where the name belongs: what is no account's name is not written down.
    private func nameForTheTrail(_ user: String) async -> String {
        guard Self.isFit(user, longest: 256) else { return "(unknown)" }
        do throws(AccountRefusal) {
            return try await accounts.account(user).name
        } catch {
            return "(unknown)"
        }
    }

    private static func isFit(_ text: String, longest: Int) -> Bool {
        !text.isEmpty && text.utf8.count <= longest && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
    }
}
