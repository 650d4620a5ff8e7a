import Foundation
import RoostCore

/// What machines and hosts have used: the last hour from memory, what was before from the database.
actor UsagePast {
    private let store: Store
    private let live: LiveHosts
    private let now: @Sendable () -> Date
    /// How long quarters of an hour are kept, in seconds; 0 keeps nothing.
    let keeping: TimeInterval

    private var series: [UsageKey: UsageSeries]?
    private var numbers: Set<Int> = []
    /// No number below it is free.
    private var lowestFree = 0

    /// More series than this are not kept: a host that makes up machines must not fill the disk.
    static let most = 20_000
    private static let minutesOfDay = 1440
    /// What is told by memory, in seconds.
    private static let hour: TimeInterval = 3600

    init(store: Store, live: LiveHosts, keeping: TimeInterval, now: @escaping @Sendable () -> Date) {
        (self.store, self.live, self.keeping, self.now) = (store, live, keeping, now)
    }

    /// Writes down the minute before a time.
    func record(before time: Date) async throws {
        guard keeping > 0 else { return }
        let minute = UsageTier.minute.slot(of: time) - 1
        try await record(
            await live.means(from: UsageTier.minute.time(of: minute), to: UsageTier.minute.time(of: minute + 1)),
            minute: minute)
    }

    func record(_ means: [UsageMean], minute: Int) async throws {
        var known = try await known()
        // All samples of a series are gone some time before its number is given to another.
        let age = Int(keeping) / 60 + 2 * Self.minutesOfDay
        var change = UsageChange(minute: minute, oldestSeen: minute - age, keeping: keeping)
        for (key, each) in known where each.seen < change.oldestSeen {
            known[key] = nil
            numbers.remove(each.number)
            lowestFree = min(lowestFree, each.number)
        }
        var blocks: [Int: UsageBlock] = [:]
        for mean in means {
            let key = UsageKey(host: mean.host, machine: mean.uuid ?? "")
            if known[key] == nil, known.count < Self.most {
                known[key] = UsageSeries(number: freeNumber(), seen: minute)
                change.series[key] = known[key]
            }
            guard var each = known[key] else { continue }
            if abs(minute - each.seen) >= Self.minutesOfDay {
                each.seen = minute
                known[key] = each
                change.series[key] = each
            }
            let number = UsageBlock.number(of: each.number)
            blocks[number, default: UsageBlock(number: number)].set(mean.usage, of: each.number)
        }
        change.blocks = blocks.values.sorted { $0.number < $1.number }
        series = known
        do {
            try await store.write(change)
        } catch {
            // What is in the database is looked up again.
            series = nil
            throw error
        }
    }

    private func freeNumber() -> Int {
        while numbers.contains(lowestFree) { lowestFree += 1 }
        numbers.insert(lowestFree)
        return lowestFree
    }

    private func known() async throws(Failure) -> [UsageKey: UsageSeries] {
        if let series { return series }
        let store = store
        let read = try await store.doing(Self.reading) { try await store.usageSeries() }
        // Somebody else has read it meanwhile, and may have given numbers since that are not in this one.
        if let series { return series }
        series = read
        numbers = Set(read.values.map(\.number))
        lowestFree = 0
        return read
    }

    /// What a machine has used, or a host itself where `uuid` is nil.
    /// - Parameter minutes: how far back.
    /// - Throws: ``Failure`` of kind notFound for a host that is none.
    func usage(of uuid: String?, on host: String, minutes: Int) async throws(Failure) -> UsageAnswer {
        let end = now()
        let start = end - TimeInterval(minutes) * 60
        let recent = try await live.usage(of: uuid, on: host, since: max(start, end - Self.hour))
        let isLong = minutes > Self.minutesOfDay
        let step = isLong ? UsageTier.quarter.step : minutes * 60 > Int(Self.hour) ? UsageTier.minute.step : 15
        guard keeping > 0,
            let number = try await known()[UsageKey(host: host, machine: uuid ?? "")]?.number
        else { return UsageAnswer(recent, step: step) }

        // Coarse first; what is not in it yet comes of what is finer.
        var points: [UsagePoint] = []
        if isLong { points = try await read(number, .quarter, start, end) }
        var next = points.last.map { $0.time + Double(UsageTier.quarter.step) } ?? start
        next = max(next, end - TimeInterval(UsageTier.minutesKept))
        // For the last hour memory goes first: minutes tell of the time before this run of the server.
        let minutesEnd = step == 15 ? recent.first?.time ?? end : end
        let finer = try await read(number, .minute, next, minutesEnd)
        next = finer.last.map { $0.time + Double(UsageTier.minute.step) } ?? next
        return UsageAnswer(points + finer + recent.filter { $0.time >= next }, step: step)
    }

    private func read(
        _ number: Int, _ tier: UsageTier, _ start: Date, _ end: Date
    ) async throws(Failure) -> [UsagePoint] {
        let slots = tier.slot(of: start)..<max(tier.slot(of: start), tier.slot(of: end))
        let store = store
        return try await store.doing(Self.reading) { try await store.usage(of: number, tier, slots) }
    }

    private static let reading = "Cannot read what was used"
}
