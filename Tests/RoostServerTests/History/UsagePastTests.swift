import Foundation
import GRDB
import HTTPTypes
import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(2))) struct UsagePastTests {
    /// A midnight, so that quarters of an hour begin where minutes do.
    private static let start = 1_900_022_400
    private static let firstMinute = start / 60
    private static let uuids = (0..<100).map { "00000000-0000-0000-0000-\(String(format: "%012d", $0))" }

    /// A host that is there; what it uses is made up.
    private func past(
        _ store: Store, of world: APIWorld, at minute: Int, keeping: TimeInterval = 30 * 86_400
    ) -> UsagePast {
        UsagePast(store: store, live: world.live, keeping: keeping) {
            Date(timeIntervalSince1970: TimeInterval(minute * 60))
        }
    }

    private func means(_ host: String, _ cpu: Double, of uuids: [String] = uuids) -> [UsageMean] {
        uuids.enumerated().map { index, uuid in
            UsageMean(
                host: host, uuid: uuid,
                usage: LiveUsage(cpuPercent: cpu + Double(index), memoryUsed: 3 << 30, diskReadRate: 0))
        } + [UsageMean(host: host, uuid: nil, usage: LiveUsage(cpuPercent: 300, memoryUsed: 48 << 30))]
    }

    @Test func aSampleIsExactToAThousandth() {
        for value in [0, 0.1, 1, 99.9, 6400, 1e9, 7e12] {
            let usage = LiveUsage(cpuPercent: value, memoryUsed: UInt64(value), networkSendRate: value)
            let read = UsageSample.usage(of: UsageSample.bytes(of: usage))
            #expect(abs((read?.cpuPercent ?? -1) - value) <= max(0.05, value / 1000), "\(value)")
            #expect(abs(Double(read?.memoryUsed ?? 0) - value) <= max(1, value / 1000), "\(value)")
            #expect(read?.diskReadRate == nil)
        }
        let odd = LiveUsage(cpuPercent: -5, memoryUsed: .max, diskReadRate: .infinity, diskWriteRate: .nan)
        let read = UsageSample.usage(of: UsageSample.bytes(of: odd))
        #expect(read?.cpuPercent == 0 && read?.memoryUsed == .max && read?.diskReadRate == nil)
        #expect(UsageSample.usage(of: [1, 2, 3]) == nil)
        #expect(UsageSample.usage(of: [UInt8](repeating: 0, count: 12)) == nil)
    }

    @Test func eachRangeIsAnsweredFromWhatIsKeptForIt() async throws {
        let (store, world) = (try Store.inMemory(), try await APIWorld(machines: 1))
        let days = 1
        let end = Self.firstMinute + days * 1440 + 7
        let past = past(store, of: world, at: end)
        let host = await world.host
        for minute in Self.firstMinute..<end {
            // An hour without the server.
            if (Self.firstMinute + 600..<Self.firstMinute + 660).contains(minute) { continue }
            try await past.record(means(host, Double(minute % 15), of: [Self.uuids[70]]), minute: minute)
        }
        let hour = try await past.usage(of: Self.uuids[70], on: host, minutes: 60)
        #expect(hour.step == 15 && hour.items.count == 60 && hour.total == 60)
        let day = try await past.usage(of: Self.uuids[70], on: host, minutes: 1440)
        #expect(day.step == 60 && day.items.count == 1440 - 60)
        let week = try await past.usage(of: Self.uuids[70], on: host, minutes: 7 * 1440)
        // The quarters, and the seven minutes that make none yet.
        #expect(week.step == 900 && week.items.count == days * 96 - 4 + 7, "\(week.items.count)")
        #expect(week.items.dropLast(7).allSatisfy { abs(($0.usage.cpuPercent ?? 0) - 7) < 0.1 })
        #expect(week.items.allSatisfy { $0.usage.diskReadRate == 0 && $0.usage.networkSendRate == nil })
        #expect(zip(week.items, week.items.dropFirst()).allSatisfy { $0.time < $1.time })
        let own = try await past.usage(of: nil, on: host, minutes: 7 * 1440)
        #expect(own.items.count == week.items.count)
        #expect(own.items.allSatisfy { abs(($0.usage.cpuPercent ?? 0) - 300) < 1 })
        #expect(try await past.usage(of: Self.uuids[3], on: host, minutes: 1440).items.isEmpty)
    }

    @Test func itOutlivesTheServerAndTakesBoundedRoom() async throws {
        let (store, world) = (try Store.inMemory(), try await APIWorld(machines: 1))
        let host = await world.host
        func rows(_ table: String) async throws -> Int {
            try await store.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
        }
        // 101 series are two blocks. A day a step, as if the server ran for a few minutes of each.
        for day in 0..<40 {
            let first = Self.firstMinute + day * 1440
            let past = past(store, of: world, at: first + 20)
            for minute in first..<(first + 20) { try await past.record(means(host, 5), minute: minute) }
            #expect(try await past.usage(of: Self.uuids[99], on: host, minutes: 60).items.count == 20)
        }
        #expect(try await rows("usageMinute") == 2 * 20)
        // Two quarters of an hour a day, the second of the last day not yet.
        #expect((4 * 29...4 * 31).contains(try await rows("usageQuarter")))
        #expect(try await rows("usageSeries") == 101)

        // Machines that are gone give up their place, once nothing of them is left.
        let later = Self.firstMinute + 100 * 1440
        let past = past(store, of: world, at: later + 1)
        try await past.record(means(host, 5, of: ["11111111-1111-1111-1111-111111111111"]), minute: later)
        #expect(try await rows("usageSeries") == 2)
        #expect(try await rows("usageQuarter") == 0)
        let fresh = try await past.usage(of: "11111111-1111-1111-1111-111111111111", on: host, minutes: 43_200)
        #expect(fresh.items.count == 1)
    }

    @Test func aClockThatWasWrongDoesNotStopIt() async throws {
        let (store, world) = (try Store.inMemory(), try await APIWorld(machines: 1))
        let host = await world.host
        let right = Self.firstMinute + 40
        let past = past(store, of: world, at: right)
        try await past.record(means(host, 5), minute: Self.firstMinute + 5_000_000)
        for minute in Self.firstMinute..<right { try await past.record(means(host, 5), minute: minute) }
        #expect(try await past.usage(of: Self.uuids[0], on: host, minutes: 120).items.count == 40)
        #expect(try await past.usage(of: Self.uuids[0], on: host, minutes: 2880).items.count == 2 + 10)
    }

    @Test func whereNothingIsToBeKeptNothingIs() async throws {
        let (store, world) = (try Store.inMemory(), try await APIWorld(machines: 1))
        let past = past(store, of: world, at: Self.firstMinute, keeping: 0)
        try await past.record(before: Date())
        let host = await world.host
        #expect(try await past.usage(of: nil, on: host, minutes: 43_200).items.isEmpty)
        await #expect(throws: Failure.self) { try await past.usage(of: nil, on: "elsewhere", minutes: 60) }
    }

    @Test func whatWasMeasuredIsWrittenDownAndTold() async throws {
        let world = try await APIWorld()
        let live = world.live
        var changes = live.changes().makeAsyncIterator()
        while await live.means(from: .distantPast, to: .distantFuture).count < 3 { _ = await changes.next() }
        let past = world.test.server.parts.past
        let minute = UsageTier.minute.slot(of: Date())
        try await past.record(await live.means(from: .distantPast, to: .distantFuture), minute: minute)
        let place = try await world.place("m1")
        try await world.run(as: .viewer) { visitor async throws in
            let host = await world.host
            for path in ["\(place)/usage", "hosts/\(host)/usage"] {
                let answer = try await visitor.api(.get, "\(path)?minutes=60").json(UsageAnswer.self)
                #expect(answer.step == 15)
                for query in ["minutes=0", "minutes=x", "minutes=99999999"] {
                    #expect(try await visitor.api(.get, "\(path)?\(query)").status == 400, "\(query)")
                }
            }
            #expect(try await visitor.api(.get, "hosts/none/usage").status == 404)
        }
        let series = try await world.test.server.parts.store.usageSeries()
        #expect(series.count >= 3 && series.keys.contains { place.hasSuffix($0.machine) && !$0.machine.isEmpty })
    }
}
