/// Durations as people say them.
public enum DurationText {
    /// `0.4s`, `12s`, `3m 05s`, `2h 04m`, `5d 03h`; a negative duration counts as none.
    public static func formatted(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        guard seconds >= 0, attoseconds >= 0 else { return "0s" }
        func padded(_ value: Int64) -> String { (value < 10 ? "0" : "") + "\(value)" }
        switch seconds {
        case 0..<1 where attoseconds >= 100_000_000_000_000_000: return "0.\(attoseconds / 100_000_000_000_000_000)s"
        case 0..<60: return "\(seconds)s"
        case 60..<3600: return "\(seconds / 60)m \(padded(seconds % 60))s"
        case 3600..<86_400: return "\(seconds / 3600)h \(padded(seconds % 3600 / 60))m"
        default: return "\(seconds / 86_400)d \(padded(seconds % 86_400 / 3600))h"
        }
    }
}
