import Foundation
import GRDB
import RoostCore

/// Whose history it is: a machine's, or a host's own.
struct UsageKey: Hashable, Sendable {
    let host: String
    /// Empty for the host itself.
    let machine: String
}

/// A known history.
struct UsageSeries: Hashable, Sendable {
    let number: Int
    /// The last minute of which it is known that something was measured; written down once a day.
    var seen: Int
}

/// The past in SQLite. A row's place is its step and its block in one number, so that new rows come at the end.
extension Store {
    private static let blockBits = 20

    private static func place(_ slot: Int, _ block: Int) -> Int64 { Int64(slot) << blockBits + Int64(block) }

    func usageSeries() async throws -> [UsageKey: UsageSeries] {
        try await database.read { database in
            var found: [UsageKey: UsageSeries] = [:]
            let rows = try Row.fetchCursor(database, sql: "SELECT id, host, machine, seen FROM usageSeries")
            while let row = try rows.next() {
                found[UsageKey(host: row["host"], machine: row["machine"])] = UsageSeries(
                    number: row["id"], seen: row["seen"])
            }
            return found
        }
    }

    /// A minute, all in one transaction: its blocks, what it makes complete, and what goes for it.
    func write(_ change: UsageChange) async throws {
        try await database.write { database in
            for (key, series) in change.series {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO usageSeries (id, host, machine, seen) VALUES (?, ?, ?, ?)",
                    arguments: [series.number, key.host, key.machine, series.seen])
            }
            try Self.write(change.blocks, .minute, change.minute, database)
            let quarter = change.minute * UsageTier.minute.step / UsageTier.quarter.step
            try Self.fold(before: quarter, database)
            // Also what lies in the future, which a clock that was wrong has written.
            let kept = Int(change.keeping) / UsageTier.quarter.step
            try Self.prune(.minute, (change.minute + 1 - UsageTier.minutesKept / 60)...change.minute, database)
            try Self.prune(.quarter, (quarter - kept)...quarter, database)
            try database.execute(
                sql: "DELETE FROM usageSeries WHERE seen < ?", arguments: [change.oldestSeen])
        }
    }

    private static func write(_ blocks: [UsageBlock], _ tier: UsageTier, _ slot: Int, _ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO \(tier.table) (place, samples) VALUES (?, ?)")
        for block in blocks {
            try statement.execute(arguments: [place(slot, block.number), Data(block.bytes)])
        }
    }

    private static func prune(_ tier: UsageTier, _ slots: ClosedRange<Int>, _ database: Database) throws {
        try database.execute(
            sql: "DELETE FROM \(tier.table) WHERE place < ? OR place >= ?",
            arguments: [place(slots.lowerBound, 0), place(slots.upperBound + 1, 0)])
    }

    /// Makes the quarters of an hour that are over and not written yet.
    private static func fold(before end: Int, _ database: Database) throws {
        let minutes = UsageTier.quarter.step / UsageTier.minute.step
        let last = try Int64.fetchOne(
            database, sql: "SELECT max(place) FROM usageQuarter WHERE place < ?", arguments: [place(end, 0)])
        let first = last.map { (Int($0 >> Int64(blockBits)) + 1) * minutes } ?? 0
        guard first < end * minutes else { return }
        let rows = try Row.fetchCursor(
            database, sql: "SELECT place, samples FROM usageMinute WHERE place >= ? AND place < ? ORDER BY place",
            arguments: [place(first, 0), place(end * minutes, 0)])
        var quarters: [Int: [Int: [UsageBlock]]] = [:]
        while let row = try rows.next() {
            let (at, samples): (Int64, Data) = (row["place"], row["samples"])
            let number = Int(at & (1 << Int64(blockBits) - 1))
            quarters[Int(at >> Int64(blockBits)) / minutes, default: [:]][number, default: []].append(
                UsageBlock(number: number, bytes: Array(samples)))
        }
        for (quarter, blocks) in quarters {
            try write(
                blocks.map { UsageBlock.mean(of: $0.value, number: $0.key) }, .quarter, quarter, database)
        }
    }

    /// What a series used, oldest first, without steps in which nothing was measured.
    func usage(of series: Int, _ tier: UsageTier, _ slots: Range<Int>) async throws -> [UsagePoint] {
        guard !slots.isEmpty else { return [] }
        return try await database.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    WITH RECURSIVE step(slot) AS (SELECT ? UNION ALL SELECT slot + 1 FROM step WHERE slot < ?)
                    SELECT slot, substr(samples, ?, ?) AS sample
                    FROM step CROSS JOIN \(tier.table) ON place = (slot << ?) + ?
                    """,
                arguments: [
                    slots.lowerBound, slots.upperBound - 1, UsageBlock.offset(of: series) + 1, UsageSample.size,
                    Self.blockBits, UsageBlock.number(of: series),
                ])
            var points: [UsagePoint] = []
            while let row = try rows.next() {
                let (slot, sample): (Int, Data) = (row["slot"], row["sample"])
                if let usage = UsageSample.usage(of: sample) {
                    points.append(UsagePoint(time: tier.time(of: slot), usage: usage))
                }
            }
            return points
        }
    }
}
