import Foundation
import RoostCore
import Synchronization

/// Who is logged in. Kept in memory, where every request looks, and in the database, so that a restart of the server logs
/// nobody out. Of the cookie only its hash is known.
final class Sessions: Sendable {
    struct Limits: Hashable, Sendable {
        /// A session that is not used for so long ends.
        var idle: TimeInterval = 3600
        /// Every session ends after so long.
        var absolute: TimeInterval = 86_400
        /// For how long a password opens administration.
        var elevation: TimeInterval = 900
        /// More sessions of one person end that person's oldest.
        var perUser = 32
        /// More sessions in all end the oldest of all.
        var total = 10_000
    }

    let limits: Limits
    private let store: Store
    private let now: @Sendable () -> Date
    private let open: Mutex<[SecretHash: Session]>

    /// - Throws: ``Failure`` when the database cannot be read.
    init(store: Store, limits: Limits = Limits(), now: @escaping @Sendable () -> Date = Date.init) async throws(Failure)
    {
        self.store = store
        self.limits = limits
        self.now = now
        open = Mutex(try await store.doing("Cannot read the sessions") { try await store.sessions() })
    }

    /// Begins a session with a secret that was never sent before: nothing that a browser brings along becomes one.
    /// - Returns: the session and its cookie's content.
    func start(
        user: String, maximumRole: Role, address: String, agent: String
    ) async throws(Failure) -> (session: Session, secret: String) {
        let time = now()
        let session = Session(
            id: .make(), user: user, maximumRole: maximumRole, created: time, used: time, elevatedUntil: nil,
            address: address, agent: String(agent.prefix(200)))
        let secret = RandomText.make(bytes: 32)
        let hash = SecretHash(of: secret)
        let ended = open.withLock { open -> [SessionID] in
            var ended = Self.surplus(open.values.filter { $0.user == user }, keeping: limits.perUser - 1)
            if open.count - ended.count >= limits.total {
                ended += Self.surplus(Array(open.values), keeping: limits.total - 1)
            }
            let gone = Set(ended)
            open = open.filter { !gone.contains($0.value.id) }
            open[hash] = session
            return ended
        }
        do {
            try await store.doing("Cannot log in") {
                try await store.insert(session, hash: hash)
                try await store.removeSessions(ended)
            }
        } catch {
            open.withLock { $0[hash] = nil }
            throw error
        }
        return (session, secret)
    }

    /// The session of a cookie, which counts as used now.
    func find(_ secret: String) -> Session? {
        let time = now()
        return open.withLock { open in
            let hash = SecretHash(of: secret)
            guard var session = open[hash] else { return nil }
            guard isAlive(session, time) else {
                open[hash] = nil
                return nil
            }
            session.used = time
            open[hash] = session
            return session
        }
    }

    /// Opens administration for a while.
    func elevate(_ id: SessionID) async throws(Failure) -> Session? {
        try await setElevation(id, now() + limits.elevation)
    }

    func lower(_ id: SessionID) async throws(Failure) -> Session? { try await setElevation(id, nil) }

    /// - Returns: whether there was such a session.
    @discardableResult func end(_ id: SessionID) async throws(Failure) -> Bool {
        let known = open.withLock { open in
            guard let hash = open.first(where: { $0.value.id == id })?.key else { return false }
            open[hash] = nil
            return true
        }
        try await store.doing("Cannot end the session for good") { try await store.removeSessions([id]) }
        return known
    }

    /// Those that are alive, the last used first.
    func all(of user: String? = nil) -> [Session] {
        let time = now()
        return open.withLock { Array($0.values) }
            .filter { isAlive($0, time) && (user == nil || $0.user == user) }
            .sorted { $0.used > $1.used }
    }

    func session(_ id: SessionID) -> Session? {
        open.withLock { open in open.values.first { $0.id == id } }
    }

    /// When a session ends if it is not used any more.
    func expiry(of session: Session) -> Date {
        min(session.used + limits.idle, session.created + limits.absolute)
    }

    /// Forgets the ended, and writes down when the others were used last. To be called every minute.
    func tidy() async throws(Failure) {
        let time = now()
        let (alive, ended) = open.withLock { open in
            let ended = open.filter { !isAlive($0.value, time) }
            for hash in ended.keys { open[hash] = nil }
            return (Array(open.values), ended.values.map(\.id))
        }
        try await store.doing("Cannot write the sessions down") {
            try await store.removeSessions(ended)
            try await store.noteUse(of: alive)
        }
    }

    private func isAlive(_ session: Session, _ time: Date) -> Bool { time < expiry(of: session) }

    private func setElevation(_ id: SessionID, _ until: Date?) async throws(Failure) -> Session? {
        let changed = open.withLock { open -> Session? in
            guard let (hash, session) = open.first(where: { $0.value.id == id }) else { return nil }
            var changed = session
            changed.elevatedUntil = until
            open[hash] = changed
            return changed
        }
        guard let changed else { return nil }
        try await store.doing("Cannot write the session down") { try await store.setElevation(changed) }
        return changed
    }

    private static func surplus(_ sessions: [Session], keeping count: Int) -> [SessionID] {
        guard sessions.count > count else { return [] }
        return sessions.sorted { $0.used < $1.used }.prefix(sessions.count - count).map(\.id)
    }
}
