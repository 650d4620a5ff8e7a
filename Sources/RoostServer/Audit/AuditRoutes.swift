import Foundation
import Hummingbird
import RoostCore

/// `/audit`: the trail, newest first. For administrators.
struct AuditRoutes {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.administrator).get("/audit", use: list)
    }

    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Listing<AuditEntry>
    {
        let given = request.uri.queryParameters
        var query = AuditQuery()
        query.user = given["user"].map(String.init)
        query.action = given["action"].map(String.init)
        query.host = given["host"].map(String.init)
        query.machine = given["machine"].map(String.init)
        query.limit = try number(given["limit"], "limit", 1...1000) ?? query.limit
        query.before = try number(given["cursor"], "cursor", 1...Int.max).map(Int64.init)
        if let since = given["since"] {
            guard let time = try? Date(String(since), strategy: .iso8601) else {
                throw Failure(.usage, "since must be a time such as 2030-01-31T12:00:00Z")
            }
            query.since = time
        }
        let wanted = query
        let (entries, total) = try await parts.store.doing("Cannot read the audit trail") {
            (try await parts.store.entries(wanted), try await parts.store.count(wanted))
        }
        let isFull = entries.count == wanted.limit
        return Listing(entries, total: total, next: isFull ? entries.last.map { String($0.id) } : nil)
    }

    private func number(_ text: Substring?, _ name: String, _ range: ClosedRange<Int>) throws(Failure) -> Int? {
        guard let text else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Failure(.usage, "\(name) must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
