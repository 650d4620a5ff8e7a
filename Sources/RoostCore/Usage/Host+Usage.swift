import Libvirt

extension Host {
    /// What the running machines use, measured over an interval. Two calls.
    public func usage(over interval: Duration) async throws(Failure) -> [MachineUsage] {
        let first = try await usageSample()
        do {
            try await Task.sleep(for: interval)
        } catch {
            throw Failure(.interrupted, "Stopped")
        }
        return MachineUsage.between(first, try await usageSample())
    }

    /// What the running machines have used so far. One call, however many machines there are.
    public func usageSample() async throws(Failure) -> UsageSample {
        let statistics = try await doing("Cannot measure the machines") { () throws(LibvirtError) in
            // A guest that does not answer its monitor must not hold up the others.
            try await connection.domainStatistics(
                [.state, .cpuTotal, .balloon, .vcpu, .interface, .block], flags: [.active, .noWait])
        }
        return UsageSample(time: .now, machines: statistics.map(MachineCounters.init))
    }
}
