import Foundation
import Testing

@testable import RoostCore

struct UsageHistoryTests {
    @Test func keepsTheMeanOfEach15SecondsForAnHour() {
        var history = UsageHistory()
        let start = Date(timeIntervalSince1970: 1_500_000_000)
        for second in 0..<7200 {
            history.add(
                LiveUsage(cpuPercent: second % 2 == 0 ? 10 : 20, memoryUsed: 1 << 30),
                at: start + TimeInterval(second))
        }
        let points = history.points(since: .distantPast)
        #expect(points.count == 240)
        #expect(points.allSatisfy { (14...16).contains($0.usage.cpuPercent ?? 0) && $0.usage.memoryUsed == 1 << 30 })
        #expect(points.allSatisfy { $0.usage.diskReadRate == nil })
        #expect(zip(points, points.dropFirst()).allSatisfy { $1.time.timeIntervalSince($0.time) == 15 })
        #expect(history.points(since: start + 7200 - 60).count == 3)
    }

    @Test func aHostThatClaimsTooMuchIsTaken() {
        var history = UsageHistory()
        let start = Date(timeIntervalSince1970: 1_500_000_000)
        history.add(LiveUsage(cpuPercent: .infinity, memoryUsed: .max, diskReadRate: -1), at: start)
        history.add(LiveUsage(), at: start + 15)
        #expect(history.points(since: .distantPast).first?.usage.memoryUsed == .max)
        #expect(history.points(since: .distantPast).first?.usage.cpuPercent == nil)
    }

    @Test func theMeanOfAMinuteTakesWhatWasCountedInIt() {
        var history = UsageHistory()
        let start = Date(timeIntervalSince1970: 1_500_000_000)
        // Just started: no rates yet.
        history.add(LiveUsage(memoryUsed: 1 << 30), at: start)
        for second in stride(from: 3.0, to: 120, by: 3) {
            history.add(LiveUsage(cpuPercent: second < 60 ? 10 : 50, memoryUsed: 1 << 30), at: start + second)
        }
        #expect(history.mean(from: start, to: start + 60)?.cpuPercent == 10)
        #expect(history.mean(from: start, to: start + 60)?.memoryUsed == 1 << 30)
        // The last 15 seconds are still open, and count.
        #expect(history.mean(from: start + 60, to: start + 120)?.cpuPercent == 50)
        #expect(history.mean(from: start + 105, to: start + 120)?.cpuPercent == 50)
        #expect(history.mean(from: start, to: start + 60)?.diskReadRate == nil)
        #expect(history.mean(from: start + 180, to: start + 240) == nil)
        #expect(history.mean(from: start + 60, to: start) == nil)
    }
}
