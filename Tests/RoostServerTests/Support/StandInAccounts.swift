import Synchronization

@testable import RoostServer

/// Accounts that a test makes up: everybody's password is `right`.
final class StandInAccounts: Accounts {
    private let known = Mutex<[String: Account]>([:])
    private let isDown = Mutex(false)
    private let count = Mutex(0)

    init(_ accounts: [Account]) {
        known.withLock { $0 = Dictionary(uniqueKeysWithValues: accounts.map { ($0.name, $0) }) }
    }

    static func usual() -> StandInAccounts {
        StandInAccounts([
            Account(name: "root", isRoot: true, groups: ["root"]),
            Account(name: "ada", isRoot: false, groups: ["ada", "sudo"]),
            Account(name: "olaf", isRoot: false, groups: ["libvirt"]),
            Account(name: "vera", isRoot: false, groups: ["roost-viewer"]),
            Account(name: "nobody", isRoot: false, groups: ["nogroup"]),
        ])
    }

    /// How often a password was checked.
    var checks: Int { count.withLock { $0 } }

    func remove(_ name: String) { known.withLock { $0[name] = nil } }

    func setGroups(_ groups: Set<String>, of name: String) {
        known.withLock { $0[name] = Account(name: name, isRoot: false, groups: groups) }
    }

    func goDown() { isDown.withLock { $0 = true } }

    func authenticate(user: String, password: String, address: String) async throws(AccountRefusal) -> Account {
        count.withLock { $0 += 1 }
        guard password == "right" else { throw .refused }
        return try await account(user)
    }

    func account(_ user: String) async throws(AccountRefusal) -> Account {
        if isDown.withLock({ $0 }) { throw .unavailable("the directory is down") }
        guard let account = known.withLock({ $0[user] }) else { throw .refused }
        return account
    }
}
