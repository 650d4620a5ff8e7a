import Foundation
import RoostCore

/// What the people who are logged in, or have tokens, may do now: asked anew once a minute, so that who leaves a group, or
/// whose account is locked, is out soon.
actor Standings {
    private struct Standing {
        var role: Role?
        /// When the system said so.
        var time: ContinuousClock.Instant
        /// When it was last asked, with or without an answer.
        var asked: ContinuousClock.Instant
    }

    private let accounts: any Accounts
    private let rules: RoleRules
    private let fresh: Duration
    private let usable: Duration
    private var known: [String: Standing] = [:]
    private var asking: [String: Task<Void, Never>] = [:]

    /// - Parameters:
    ///   - fresh: for how long an answer is used without another look.
    ///   - usable: for how long it is used while the system does not answer.
    init(accounts: any Accounts, rules: RoleRules, fresh: Duration = .seconds(60), usable: Duration = .seconds(600)) {
        self.accounts = accounts
        self.rules = rules
        self.fresh = fresh
        self.usable = usable
    }

    /// The highest role of an account.
    /// - Returns: nil where it has none any more, or where nobody can be asked.
    func role(of user: String) async -> Role? {
        // Who was put out a minute ago gets not one request more; a system that is silent is waited for once a minute.
        if known[user].map({ ContinuousClock.now - $0.asked < fresh }) != true { await look(at: user).value }
        guard let standing = known[user], ContinuousClock.now - standing.time < usable else { return nil }
        return standing.role
    }

    /// Notes what a login has found.
    func note(_ account: Account) -> Role? {
        forgetTheOld()
        let role = rules.role(of: account)
        known[account.name] = Standing(role: role, time: .now, asked: .now)
        return role
    }

    private func look(at user: String) -> Task<Void, Never> {
        if let task = asking[user] { return task }
        let task = Task {
            do throws(AccountRefusal) {
                let role = rules.role(of: try await accounts.account(user))
                known[user] = Standing(role: role, time: .now, asked: .now)
            } catch {
                // Nobody could be asked: what was known stays until it is too old.
                known[user]?.asked = .now
                if error == .refused { known[user] = Standing(role: nil, time: .now, asked: .now) }
            }
            asking[user] = nil
        }
        asking[user] = task
        return task
    }

    /// Only names that have logged in come here, but over a year those may be many.
    private func forgetTheOld() {
        guard known.count > 1000 else { return }
        let oldest = ContinuousClock.now - usable
        known = known.filter { $0.value.time > oldest }
    }
}
