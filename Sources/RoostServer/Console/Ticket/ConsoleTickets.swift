import Foundation
import Synchronization

/// The tickets that were given out and not used yet. Of a ticket only its hash is known.
final class ConsoleTickets: Sendable {
    /// How long a ticket lives, in seconds.
    static let life: TimeInterval = 10

    private struct Entry {
        let grant: ConsoleGrant
        let expires: Date
    }

    private let perUser: Int
    private let total: Int
    private let now: @Sendable () -> Date
    private let open = Mutex<[SecretHash: Entry]>([:])

    init(perUser: Int = 64, total: Int = 4096, now: @escaping @Sendable () -> Date = Date.init) {
        self.perUser = perUser
        self.total = total
        self.now = now
    }

    /// - Throws: ``Problem`` with status 429 for somebody who takes tickets and uses none.
    func issue(_ grant: ConsoleGrant) throws(Problem) -> ConsoleTicket {
        let secret = RandomText.make(bytes: 32)
        let time = now()
        let expires = time.addingTimeInterval(Self.life)
        let isGiven = open.withLock { open in
            open = open.filter { $0.value.expires > time }
            guard open.count < total, open.values.count(where: { $0.grant.user == grant.user }) < perUser else {
                return false
            }
            open[SecretHash(of: secret)] = Entry(grant: grant, expires: expires)
            return true
        }
        guard isGiven else {
            throw Problem(
                "too-many", status: 429, "Too many tickets were taken and not used", retryAfter: Int(Self.life))
        }
        return ConsoleTicket(ticket: secret, expires: expires)
    }

    /// What a ticket is good for. It is good for nothing afterwards, whoever has shown it.
    /// - Returns: nil for one that is unknown, used or late.
    func redeem(_ secret: String) -> ConsoleGrant? {
        // Longer ones are not ours, and not worth a hash.
        guard secret.utf8.count <= 64 else { return nil }
        let time = now()
        let entry = open.withLock { $0.removeValue(forKey: SecretHash(of: secret)) }
        guard let entry, entry.expires > time else { return nil }
        return entry.grant
    }

    /// A session that has ended opens nothing any more.
    func revoke(session: SessionID) {
        open.withLock { open in open = open.filter { $0.value.grant.session != session } }
    }
}
