import Libvirt

/// What a host itself has used so far, whoever used it.
struct HostCounters: Hashable, Sendable {
    let time: ContinuousClock.Instant
    /// In nanoseconds, of all its processors together.
    let cpuTime: UInt64?
    /// Without what it would give back at once, in bytes.
    let memoryUsed: UInt64?

    /// What it used from an earlier time on.
    func usage(since before: HostCounters?) -> LiveUsage {
        var usage = LiveUsage(memoryUsed: memoryUsed)
        if let before, let old = before.cpuTime, let new = cpuTime, new >= old {
            let seconds = (time - before.time) / .seconds(1)
            if seconds > 0 { usage.cpuPercent = (Double(new - old) / seconds / 1e6).rounded() / 10 }
        }
        return usage
    }
}

extension HostCounters {
    /// - Parameters:
    ///   - cpu: as `virNodeGetCPUStats` has it, in nanoseconds.
    ///   - memory: as `virNodeGetMemoryStats` has it, in KiB.
    init(time: ContinuousClock.Instant, cpu: [String: UInt64], memory: [String: UInt64]) {
        // What a host says may be anything.
        let busy = ["user", "kernel", "intr"].compactMap { cpu[$0] }
        let held = ["free", "buffers", "cached"].compactMap { memory[$0] }.reduce(0, &+)
        self.init(
            time: time, cpuTime: busy.isEmpty ? nil : busy.reduce(0, &+),
            memoryUsed: memory["total"].flatMap { $0 >= held ? ($0 - held).multipliedReportingOverflow(by: 1024) : nil }
                .flatMap { $0.overflow ? nil : $0.partialValue })
    }
}

extension Host {
    /// What the host itself has used so far; nil where its libvirt does not say. Four calls, however many machines there are.
    func counters() async throws(Failure) -> HostCounters? {
        let connection = connection
        let cpu = try await known { () throws(LibvirtError) in try await connection.nodeCPUStatistics() }
        let memory = try await known { () throws(LibvirtError) in try await connection.nodeMemoryStatistics() }
        if cpu == nil && memory == nil { return nil }
        return HostCounters(time: .now, cpu: cpu ?? [:], memory: memory ?? [:])
    }

    private func known(
        _ ask: () async throws(LibvirtError) -> [String: UInt64]
    ) async throws(Failure) -> [String: UInt64]? {
        do {
            return try await ask()
        } catch {
            // Not every driver counts, and on some systems there is nothing to count by.
            if [.noSupport, .operationInvalid, .internalError].contains(error.code) { return nil }
            throw Failure("Cannot measure the host", error)
        }
    }
}
