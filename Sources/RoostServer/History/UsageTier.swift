import Foundation

/// How finely the past is kept, and for how long. What is finer than a minute is in memory only (``UsageHistory``).
enum UsageTier: CaseIterable, Hashable, Sendable {
    /// A mean of each minute, for a day.
    case minute
    /// A mean of each quarter of an hour, for as long as the settings say.
    case quarter

    /// In seconds.
    var step: Int {
        switch self {
        case .minute: 60
        case .quarter: 900
        }
    }

    /// How long minutes are kept, in seconds.
    static let minutesKept = 86_400

    /// A part of SQL: never anything from outside.
    var table: String {
        switch self {
        case .minute: "usageMinute"
        case .quarter: "usageQuarter"
        }
    }

    /// The number of the step in which a time lies.
    func slot(of time: Date) -> Int { Int((time.timeIntervalSince1970 / Double(step)).rounded(.down)) }

    func time(of slot: Int) -> Date { Date(timeIntervalSince1970: Double(slot) * Double(step)) }
}
