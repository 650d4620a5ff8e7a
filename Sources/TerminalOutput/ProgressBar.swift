import Synchronization

/// One line on a terminal that shows how far a long task is. Says nothing where there is no terminal.
///
/// It never hides the cursor nor changes the terminal's mode, so an interruption at any moment leaves nothing to
/// repair. Safe to use from several threads.
public final class ProgressBar: Sendable {
    public enum Unit: Sendable, Hashable { case bytes, steps }

    private struct State {
        var done: UInt64 = 0
        var total: UInt64?
        var lastDraw: Duration?
        var rate = ProgressRate()
        var isOver = false
    }

    private let name: String
    private let unit: Unit
    private let output: any TextOutput
    private let styling: Styling
    private let now: @Sendable () -> Duration
    private let started: Duration
    private let isShown: Bool
    private let state: Mutex<State>

    /// Redrawing more often costs time and shows nothing more.
    private static let interval = Duration.milliseconds(100)

    /// - Parameters:
    ///   - total: nil while it is not known.
    ///   - output: standard error.
    ///   - isQuiet: shows nothing, as for `--quiet`.
    public convenience init(
        _ name: String, unit: Unit, total: UInt64?, output: any TextOutput, styling: Styling, isQuiet: Bool = false,
        environment: [String: String]
    ) {
        let start = ContinuousClock.now
        self.init(
            name, unit: unit, total: total, output: output, styling: styling,
            isShown: !isQuiet && output.isTerminal && environment["TERM"] != "dumb",
            now: { ContinuousClock.now - start })
    }

    init(
        _ name: String, unit: Unit, total: UInt64?, output: any TextOutput, styling: Styling, isShown: Bool,
        now: @escaping @Sendable () -> Duration
    ) {
        self.name = HostileText.sanitised(name)
        self.unit = unit
        self.output = output
        self.styling = styling
        self.isShown = isShown
        self.now = now
        started = now()
        state = Mutex(State(total: total))
    }

    /// Tells how much is done by now; a new total replaces the old one.
    public func update(done: UInt64, total: UInt64? = nil) {
        state.withLock { state in
            guard isShown, !state.isOver else { return }
            state.done = done
            state.total = total ?? state.total
            let time = now()
            if let last = state.lastDraw, time - last < Self.interval { return }
            state.lastDraw = time
            state.rate.add(done: done, at: time)
            draw(
                ProgressLine(
                    name: name, unit: unit, done: done, total: state.total, rate: state.rate.perSecond,
                    elapsed: time - started))
        }
    }

    /// Leaves one line that says what was done and how long it took.
    public func finish() {
        end { state, elapsed in
            let line = ProgressLine(
                name: name, unit: unit, done: state.done, total: state.total, rate: nil, elapsed: elapsed)
            return line.summary(columns: output.columns ?? 80) + "\n"
        }
    }

    /// Removes the line, before an error or a notice takes its place. Nothing is drawn after it.
    public func clear() { end { _, _ in "" } }

    private func end(_ lastWords: (State, Duration) -> String) {
        state.withLock { state in
            guard isShown, !state.isOver else { return }
            state.isOver = true
            put("\r\u{1b}[K" + lastWords(state, now() - started))
        }
    }

    private func draw(_ line: ProgressLine) {
        // The last column stays free: a full line would wrap and could not be drawn over.
        put("\r" + line.bar(columns: max(1, (output.columns ?? 80) - 1), styling: styling) + "\u{1b}[K")
    }

    /// Progress that cannot be shown must not stop the task.
    private func put(_ text: String) {
        try? output.write(text)
        try? output.flush()
    }
}
