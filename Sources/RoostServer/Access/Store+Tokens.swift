import Foundation
import GRDB

extension Store {
    func tokens() async throws -> [SecretHash: Token] {
        try await database.read { database in
            var tokens: [SecretHash: Token] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT * FROM token") {
                guard let role = Role(rawValue: row["role"]) else { continue }
                tokens[SecretHash(stored: row["hash"])] = Token(
                    id: TokenID(row["id"]), user: row["user"], name: row["name"], role: role, host: row["host"],
                    created: Date(milliseconds: row["created"]), expires: Date(milliseconds: row["expires"]),
                    used: (row["used"] as Int64?).map { Date(milliseconds: $0) })
            }
            return tokens
        }
    }

    func insert(_ token: Token, hash: SecretHash) async throws {
        try await database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO token (id, hash, user, name, role, host, created, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    token.id.text, hash.data, token.user, token.name, token.role.rawValue, token.host,
                    token.created.milliseconds, token.expires.milliseconds,
                ])
        }
    }

    func removeTokens(_ ids: [TokenID]) async throws {
        guard !ids.isEmpty else { return }
        try await database.write { database in
            for id in ids { try database.execute(sql: "DELETE FROM token WHERE id = ?", arguments: [id.text]) }
        }
    }

    func noteUse(of tokens: [Token]) async throws {
        guard !tokens.isEmpty else { return }
        try await database.write { database in
            for token in tokens {
                try database.execute(
                    sql: "UPDATE token SET used = ? WHERE id = ?",
                    arguments: [token.used?.milliseconds, token.id.text])
            }
        }
    }
}
