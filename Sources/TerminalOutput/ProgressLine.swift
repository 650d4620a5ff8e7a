/// The text of a progress bar at one moment.
struct ProgressLine {
    let name: String
    let unit: ProgressBar.Unit
    let done: UInt64
    let total: UInt64?
    /// In bytes or steps a second.
    let rate: Double?
    let elapsed: Duration

    private static let longestBar = 40
    private static let shortestBar = 6

    /// Name, bar, amount, rate and time left, cut to the width: the bar goes first, then the rate and the time left.
    func bar(columns: Int, styling: Styling) -> String {
        let details = [percent, amount, speed, timeLeft].compactMap(\.self)
        for kept in stride(from: details.count, to: 0, by: -1) {
            let text = details.prefix(kept).joined(separator: "  ")
            let used = DisplayWidth.of(name) + 2 + DisplayWidth.of(text)
            if kept == details.count, let fraction, columns - used - 2 >= Self.shortestBar {
                let length = min(Self.longestBar, columns - used - 2)
                let filled = Int(Double(length) * fraction)
                let full = styling.apply(.cyan, to: String(repeating: "━", count: filled))
                let empty = styling.apply(.dim, to: String(repeating: "─", count: length - filled))
                return "\(name)  \(full)\(empty)  \(text)"
            }
            if used <= columns { return "\(name)  \(text)" }
        }
        return DisplayWidth.truncated("\(name)  \(percent ?? amount)", to: columns)
    }

    /// Name, amount, time and mean rate.
    func summary(columns: Int) -> String {
        let seconds = elapsed / .seconds(1)
        let mean = seconds >= 0.1 && unit == .bytes ? "  " + Self.perSecond(Double(done) / seconds) : ""
        let text = "\(name)  \(format(done))  \(DurationText.formatted(elapsed))\(mean)"
        return DisplayWidth.truncated(text, to: max(1, columns - 1))
    }

    /// From 0 to 1; a task may do more than was announced.
    private var fraction: Double? {
        guard let total else { return nil }
        return total == 0 ? 1 : min(1, Double(done) / Double(total))
    }

    private var percent: String? {
        fraction.map { fraction in
            // Rounded down: 100 % is said only when it is so.
            let text = "\(Int(fraction * 100))%"
            return String(repeating: " ", count: 4 - text.utf8.count) + text
        }
    }

    private var amount: String { total.map { "\(format(done)) / \(format($0))" } ?? format(done) }

    private var speed: String? {
        guard unit == .bytes, let rate else { return nil }
        return Self.perSecond(rate)
    }

    private var timeLeft: String? {
        guard let total, total > done, let rate, rate > 0 else { return nil }
        let seconds = Double(total - done) / rate
        // Beyond a hundred hours it is a guess that helps nobody.
        guard seconds < 360_000 else { return nil }
        return "\(DurationText.formatted(.seconds(Int64(seconds.rounded(.up))))) left"
    }

    private func format(_ value: UInt64) -> String { unit == .bytes ? ByteCount(value).formatted : "\(value)" }

    private static func perSecond(_ rate: Double) -> String {
        "\(ByteCount(UInt64(exactly: rate.rounded()) ?? 0).formatted)/s"
    }
}
