import Foundation

/// What one minute adds to the past.
struct UsageChange: Sendable {
    /// The number of the minute.
    let minute: Int
    var blocks: [UsageBlock] = []
    /// Those that are new, or whose last time is written down anew.
    var series: [UsageKey: UsageSeries] = [:]
    /// Series that were last seen before this minute go; all of their samples have gone before.
    var oldestSeen: Int
    /// How long quarters of an hour are kept, in seconds.
    let keeping: TimeInterval
}
