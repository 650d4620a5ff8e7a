import Foundation
import Synchronization

/// The server's numbers for Prometheus. Labels come from the program, never from a request, so that their number is bounded.
final class Metrics: Sendable {
    private struct Family {
        var help = ""
        var counts: [String: Double] = [:]
        var spans: [String: Span] = [:]
    }

    /// A histogram of durations.
    private struct Span {
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
        var count = 0
        var sum = 0.0
    }

    private struct Gauge {
        let name: String
        let help: String
        let value: @Sendable () -> Double
    }

    private struct State {
        var families: [String: Family] = [:]
        var gauges: [Gauge] = []
    }

    /// In seconds.
    fileprivate static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

    private let state = Mutex(State())

    /// Says what a name means; a line of the text for people.
    func describe(_ name: String, _ help: String) {
        state.withLock { $0.families[name, default: Family()].help = help }
    }

    /// Adds to a counter; its name ends in `_total`.
    /// - Parameter labels: `method="GET"`, made by ``labels(_:)``.
    func count(_ name: String, labels: String = "", by amount: Double = 1) {
        state.withLock { $0.families[name, default: Family()].counts[labels, default: 0] += amount }
    }

    /// Adds to a histogram; its name ends in `_seconds`.
    func time(_ name: String, _ duration: Duration, labels: String = "") {
        let seconds = duration / .seconds(1)
        state.withLock { state in
            var span = state.families[name]?.spans[labels] ?? Span()
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { span.buckets[index] += 1 }
            span.count += 1
            span.sum += seconds
            state.families[name, default: Family()].spans[labels] = span
        }
    }

    /// A number that is asked for each time. `value` must not wait.
    func gauge(_ name: String, _ help: String, value: @escaping @Sendable () -> Double) {
        state.withLock { $0.gauges.append(Gauge(name: name, help: help, value: value)) }
    }

    static func labels(_ pairs: KeyValuePairs<String, String>) -> String {
        pairs.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: ",")
    }

    /// All of them in Prometheus' text format.
    var text: String {
        let state = state.withLock { $0 }
        var lines: [String] = []
        for (name, family) in state.families.sorted(by: { $0.key < $1.key }) {
            if !family.help.isEmpty { lines.append("# HELP \(name) \(family.help)") }
            lines.append("# TYPE \(name) \(family.spans.isEmpty ? "counter" : "histogram")")
            for (labels, count) in family.counts.sorted(by: { $0.key < $1.key }) {
                lines.append("\(name)\(Self.braced(labels)) \(count)")
            }
            for (labels, span) in family.spans.sorted(by: { $0.key < $1.key }) {
                lines += Self.lines(of: span, name: name, labels: labels)
            }
        }
        for gauge in state.gauges {
            lines += [
                "# HELP \(gauge.name) \(gauge.help)", "# TYPE \(gauge.name) gauge", "\(gauge.name) \(gauge.value())",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of span: Span, name: String, labels: String) -> [String] {
        let first = labels.isEmpty ? "" : labels + ","
        return zip(bounds, span.buckets).map { "\(name)_bucket{\(first)le=\"\($0)\"} \($1)" } + [
            "\(name)_bucket{\(first)le=\"+Inf\"} \(span.count)", "\(name)_sum\(braced(labels)) \(span.sum)",
            "\(name)_count\(braced(labels)) \(span.count)",
        ]
    }

    private static func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
