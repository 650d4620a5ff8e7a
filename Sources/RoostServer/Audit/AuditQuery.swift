import Foundation

/// Which part of the trail somebody wants to see. Newest first.
struct AuditQuery: Hashable, Sendable {
    var user: String?
    var action: String?
    var host: String?
    var machine: String?
    var since: Date?
    /// Only entries before this id: where the page before ended.
    var before: Int64?
    /// 1…1000.
    var limit = 200
}
