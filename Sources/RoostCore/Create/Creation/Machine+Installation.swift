import Libvirt

extension Machine {
    /// Waits until an installation has ended, which installers show by a reboot or by switching the machine off.
    ///
    /// A lost host is connected to again meanwhile; a reboot in such a gap is not seen.
    /// - Throws: ``Failure`` of kind timeout when the time was up, interrupted when the waiting was stopped; the machine goes
    ///   on either way.
    public func installationEnd(_ wait: InstallWait) async throws -> InstallationEnd {
        let limit: Duration? =
            switch wait {
            case .forever, .ready: nil
            case .minutes(let minutes): .seconds(minutes * 60)
            }
        let end: InstallationEnd?
        do {
            end = try await withTimeLimit(limit) {
                try await Reconnecting.standard.run(from: host, notify: { _ in }) { host in
                    let machine = try await again(on: host)
                    return try await machine.watching([.lifecycle, .reboot]) { wakeup in
                        if case .change(.rebooted) = wakeup { return .rebooted }
                        return try await machine.isStopped(wakeup) ? .off : nil
                    }
                }
            }
        } catch is CancellationError {
            throw Failure(
                .interrupted, "Stopped waiting for \(name)",
                remedy: "The machine goes on: roost console \(reference)")
        }
        guard let end else {
            throw Failure(
                .timeout, "The installation of \(name) has not ended in time",
                remedy: "The machine goes on: roost console \(reference)")
        }
        return end
    }
}
