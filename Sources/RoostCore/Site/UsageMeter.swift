/// Measures again and again what the running machines of a host use.
public protocol UsageMeter: Sendable {
    /// The host's name.
    var name: String { get }
    /// Tells what they use after each interval, until the task is cancelled; over gaps in the connection too.
    /// - Parameters:
    ///   - lost: called when the host does not answer any more.
    ///   - tell: gets names that say whose a machine is, where several hosts are in play.
    func follow(
        every interval: Duration, lost: @escaping @Sendable () -> Void,
        _ tell: @escaping @Sendable ([MachineUsage]) -> Void
    ) async throws
}

extension Host: UsageMeter {
    public func follow(
        every interval: Duration, lost: @escaping @Sendable () -> Void,
        _ tell: @escaping @Sendable ([MachineUsage]) -> Void
    ) async throws {
        try await Reconnecting.standard.run(from: self) { notice in
            if case .lost = notice { lost() }
        } _: { host in
            var last = try await host.usageSample()
            // The first picture comes soon.
            var pause = min(interval, .milliseconds(500))
            while true {
                try await Task.sleep(for: pause)
                let next = try await host.usageSample()
                tell(MachineUsage.between(last, next).map(host.labelled))
                last = next
                pause = interval
            }
        }
    }

    /// Under the name that says whose it is, where several hosts are shown.
    private func labelled(_ usage: MachineUsage) -> MachineUsage {
        var usage = usage
        usage.name = label(usage.name)
        return usage
    }
}
