import Foundation
import GRDB

extension Store {
    /// - Returns: the entry's number.
    func insert(_ entry: AuditEntry) async throws -> Int64 {
        try await database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO audit (time, user, way, address, action, host, machine, detail, result, why, milliseconds)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    entry.time.milliseconds, entry.user, entry.way, entry.address, entry.action, entry.host,
                    entry.machine, entry.detail, entry.result.rawValue, entry.why, entry.milliseconds,
                ])
            return database.lastInsertedRowID
        }
    }

    /// Writes how an entry ended.
    func update(_ entry: AuditEntry) async throws {
        try await database.write { database in
            try database.execute(
                sql: "UPDATE audit SET result = ?, why = ?, milliseconds = ? WHERE id = ?",
                arguments: [entry.result.rawValue, entry.why, entry.milliseconds, entry.id])
        }
    }

    func entries(_ query: AuditQuery) async throws -> [AuditEntry] {
        var (filter, arguments) = Self.filter(query)
        if let before = query.before {
            filter += filter.isEmpty ? "WHERE id < ?" : " AND id < ?"
            arguments += [before]
        }
        arguments += [min(max(query.limit, 1), 1000)]
        let (condition, complete) = (filter, arguments)
        return try await database.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM audit \(condition) ORDER BY id DESC LIMIT ?", arguments: complete
            ).compactMap(Self.entry)
        }
    }

    /// How many entries there are on all pages.
    func count(_ query: AuditQuery) async throws -> Int {
        let (filter, arguments) = Self.filter(query)
        return try await database.read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM audit \(filter)", arguments: arguments) ?? 0
        }
    }

    /// The condition of a query, without its page.
    private static func filter(_ query: AuditQuery) -> (sql: String, arguments: StatementArguments) {
        var conditions: [String] = []
        var arguments = StatementArguments()
        for (column, value) in [
            ("user", query.user), ("action", query.action), ("host", query.host), ("machine", query.machine),
        ] {
            guard let value else { continue }
            conditions.append("\(column) = ?")
            arguments += [value]
        }
        if let since = query.since {
            conditions.append("time >= ?")
            arguments += [since.milliseconds]
        }
        return (conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "), arguments)
    }

    /// Removes what is older than `time`.
    func removeEntries(before time: Date) async throws {
        try await database.write {
            try $0.execute(sql: "DELETE FROM audit WHERE time < ?", arguments: [time.milliseconds])
        }
    }

    private static func entry(_ row: Row) -> AuditEntry? {
        AuditEntry.Result(rawValue: row["result"]).map {
            AuditEntry(
                id: row["id"], time: Date(milliseconds: row["time"]), user: row["user"], way: row["way"],
                address: row["address"], action: row["action"], host: row["host"], machine: row["machine"],
                detail: row["detail"], result: $0, why: row["why"], milliseconds: row["milliseconds"])
        }
    }
}
