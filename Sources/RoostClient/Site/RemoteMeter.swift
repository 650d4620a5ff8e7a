import RoostCore

/// What the machines of a server's host use, as the server measures it.
struct RemoteMeter: UsageMeter {
    let site: ServerSite
    let name: String
    let isOneOfSeveral: Bool

    func follow(
        every interval: Duration, lost: @escaping @Sendable () -> Void,
        _ tell: @escaping @Sendable ([MachineUsage]) -> Void
    ) async throws {
        while true {
            do throws(Failure) {
                tell(
                    try await now().map { usage in
                        var usage = usage
                        usage.name = isOneOfSeveral ? "\(name)/\(usage.name)" : usage.name
                        return usage
                    })
            } catch {
                guard [.unreachable, .timeout].contains(error.kind) else { throw error }
                lost()
            }
            try await Task.sleep(for: interval)
        }
    }

    /// From the server's memory: no host is asked.
    private func now() async throws(Failure) -> [MachineUsage] {
        try await site.machineRows(of: name).filter(\.state.isActive).map(\.measured)
    }
}
