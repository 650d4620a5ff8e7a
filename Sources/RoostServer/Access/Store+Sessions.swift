import Foundation
import GRDB
import RoostCore

extension Store {
    /// Runs work on the database and says in plain words when it fails.
    func doing<Value>(
        _ task: String, isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Value
    ) async throws(Failure) -> Value {
        do {
            return try await work()
        } catch {
            throw Failure(
                .resources, task, why: "The server's database: \(error.localizedDescription)",
                remedy: "Look for a full disk under the server's state directory.")
        }
    }

    func sessions() async throws -> [SecretHash: Session] {
        try await database.read { database in
            var sessions: [SecretHash: Session] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT * FROM session") {
                guard let role = Role(rawValue: row["maximumRole"]) else { continue }
                sessions[SecretHash(stored: row["hash"])] = Session(
                    id: SessionID(row["id"]), user: row["user"], maximumRole: role,
                    created: Date(milliseconds: row["created"]), used: Date(milliseconds: row["used"]),
                    elevatedUntil: (row["elevatedUntil"] as Int64?).map { Date(milliseconds: $0) },
                    address: row["address"], agent: row["agent"])
            }
            return sessions
        }
    }

    func insert(_ session: Session, hash: SecretHash) async throws {
        try await database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO session (id, hash, user, maximumRole, created, used, elevatedUntil, address, agent)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    session.id.text, hash.data, session.user, session.maximumRole.rawValue,
                    session.created.milliseconds, session.used.milliseconds, session.elevatedUntil?.milliseconds,
                    session.address, session.agent,
                ])
        }
    }

    func removeSessions(_ ids: [SessionID]) async throws {
        guard !ids.isEmpty else { return }
        try await database.write { database in
            for id in ids { try database.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [id.text]) }
        }
    }

    func noteUse(of sessions: [Session]) async throws {
        guard !sessions.isEmpty else { return }
        try await database.write { database in
            for session in sessions {
                try database.execute(
                    sql: "UPDATE session SET used = ? WHERE id = ?",
                    arguments: [session.used.milliseconds, session.id.text])
            }
        }
    }

    func setElevation(_ session: Session) async throws {
        try await database.write { database in
            try database.execute(
                sql: "UPDATE session SET elevatedUntil = ? WHERE id = ?",
                arguments: [session.elevatedUntil?.milliseconds, session.id.text])
        }
    }
}
