import RoostCore
import Synchronization

/// Changes of hosts' bridges that this server follows. They keep their host, for its connection may be lost meanwhile.
final class PendingBridges: Sendable {
    struct Change: Sendable {
        let host: Host
        /// What came over a connection that is older proves nothing of the change.
        let began: ContinuousClock.Instant
        /// They have to answer where no connection can prove anything.
        let routers: [String]
    }

    private struct Key: Hashable {
        let host: String
        let bridge: String
    }

    private let changes = Mutex<[Key: Change]>([:])

    func change(of bridge: String, on host: String) -> Change? {
        changes.withLock { $0[Key(host: host, bridge: bridge)] }
    }

    /// Waits until a change that was confirmed is over: whoever follows it sees that by itself, soon.
    func settle(_ bridge: String, on host: String) async {
        for _ in 0..<50 {
            guard change(of: bridge, on: host) != nil else { return }
            // Who asked may have gone; it is confirmed all the same.
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Runs a change, which can be confirmed as long as it runs.
    func follow<Value>(
        _ bridge: String, of host: Host, routers: [String], _ work: () async throws -> Value
    ) async throws -> Value {
        let key = Key(host: host.name, bridge: bridge)
        changes.withLock { $0[key] = Change(host: host, began: .now, routers: routers) }
        defer { changes.withLock { $0[key] = nil } }
        return try await work()
    }
}
