import Testing

@testable import TerminalOutput

@Suite struct ProgressBarTests {
    private let clock = FakeClock()

    private func bar(
        _ name: String = "upload", unit: ProgressBar.Unit = .bytes, total: UInt64? = 100 << 20,
        on terminal: FakeTerminal
    ) -> ProgressBar {
        ProgressBar(
            name, unit: unit, total: total, output: terminal, styling: Styling(isEnabled: false),
            isShown: terminal.isTerminal, now: { [clock] in clock.now })
    }

    @Test func showsAmountRateAndTimeLeft() {
        let terminal = FakeTerminal(columns: 100)
        let bar = bar(on: terminal)
        bar.update(done: 0)
        clock.advance(by: .seconds(1))
        _ = terminal.take()
        bar.update(done: 10 << 20)
        let full = String(repeating: "━", count: 4)
        let empty = String(repeating: "─", count: 36)
        #expect(terminal.take() == "\rupload  \(full)\(empty)   10%  10 MiB / 100 MiB  10 MiB/s  9s left\u{1b}[K")
    }

    @Test func isDrawnAtMostTenTimesASecond() {
        let terminal = FakeTerminal()
        let bar = bar(on: terminal)
        for step in 0..<1000 {
            bar.update(done: UInt64(step))
            clock.advance(by: .milliseconds(1))
        }
        #expect(terminal.take().count(where: { $0 == "\r" }) == 10)
    }

    @Test func finalLineTellsTheWhole() {
        let terminal = FakeTerminal()
        let bar = bar(on: terminal)
        bar.update(done: 0)
        clock.advance(by: .seconds(10))
        bar.update(done: 100 << 20)
        _ = terminal.take()
        bar.finish()
        #expect(terminal.take() == "\r\u{1b}[Kupload  100 MiB  10s  10 MiB/s\n")
        bar.finish()
        bar.update(done: 5)
        #expect(terminal.take() == "")
    }

    @Test func clearLeavesNothing() {
        let terminal = FakeTerminal()
        let bar = bar(on: terminal)
        bar.update(done: 1)
        _ = terminal.take()
        bar.clear()
        #expect(terminal.take() == "\r\u{1b}[K")
    }

    @Test func lastUpdateCountsThoughItWasNotDrawn() {
        let terminal = FakeTerminal()
        let bar = bar("install", unit: .steps, total: 3, on: terminal)
        bar.update(done: 1)
        bar.update(done: 3)
        _ = terminal.take()
        bar.finish()
        #expect(terminal.take() == "\r\u{1b}[Kinstall  3  0s\n")
    }

    @Test(arguments: [1, 2, 5, 12, 20, 31, 40, 53, 80, 200])
    func followsTheWindow(columns: Int) {
        let terminal = FakeTerminal(columns: 300)
        let bar = bar("a-volume-名前", on: terminal)
        bar.update(done: 1)
        clock.advance(by: .seconds(1))
        terminal.resize(to: columns)
        _ = terminal.take()
        bar.update(done: 50 << 20)
        let line = terminal.take().dropFirst().dropLast(3)
        #expect(DisplayWidth.of(String(line)) <= max(1, columns - 1))
        #expect(!line.isEmpty)
    }

    @Test func neverTouchesCursorOrModes() {
        let terminal = FakeTerminal()
        let bar = bar("\u{1b}[?25l\u{7}", on: terminal)
        bar.update(done: 1)
        clock.advance(by: .seconds(1))
        bar.update(done: .max, total: 0)
        bar.finish()
        #expect(!terminal.written.contains("\u{1b}[?"))
        #expect(!terminal.written.contains("\u{7}"))
    }

    @Test func saysNothingWithoutATerminal() {
        let terminal = FakeTerminal(isTerminal: false)
        let bar = ProgressBar(
            "x", unit: .steps, total: nil, output: terminal, styling: Styling(isEnabled: false), environment: [:])
        bar.update(done: 1)
        bar.finish()
        #expect(terminal.written.isEmpty)
        let dumb = FakeTerminal()
        let other = ProgressBar(
            "x", unit: .steps, total: nil, output: dumb, styling: Styling(isEnabled: false),
            environment: ["TERM": "dumb"])
        other.update(done: 1)
        #expect(dumb.written.isEmpty)
    }

    @Test func unknownTotalShowsTheAmountOnly() {
        let terminal = FakeTerminal()
        let bar = bar(total: nil, on: terminal)
        bar.update(done: 3 << 20)
        #expect(terminal.take() == "\rupload  3 MiB\u{1b}[K")
    }

    @Test func aTaskThatStartsOverHasNoNegativeRate() {
        var rate = ProgressRate()
        rate.add(done: 100, at: .seconds(0))
        rate.add(done: 200, at: .seconds(1))
        #expect(rate.perSecond == 100)
        rate.add(done: 0, at: .seconds(2))
        #expect(rate.perSecond == nil)
        rate.add(done: 50, at: .seconds(3))
        #expect(rate.perSecond == 50)
    }
}
