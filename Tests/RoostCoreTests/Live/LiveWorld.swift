@testable import RoostCore

/// Supervised hosts of one test, until it is dropped.
final class LiveWorld: Sendable {
    let live: LiveHosts
    private let running: Task<Void, Never>

    /// Nothing happens but at the start and by events.
    static let calm = LivePace(
        coalescing: .milliseconds(20), sampling: .seconds(3600), looking: .seconds(3600),
        leases: .seconds(3600), hostsFile: .seconds(3600),
        backoff: Backoff(first: .milliseconds(10), longest: .milliseconds(20)))

    init(
        _ targets: [LiveTarget], pace: LivePace = calm, feed: ChangeFeed<LiveChange> = ChangeFeed(),
        followsFile: Bool = false
    ) {
        self.live = LiveHosts(pace: pace, followsFile: followsFile, feed: feed) { targets }
        running = Task { [live] in
            do {
                try await live.run()
            } catch {
                fatalError("the test's own list of hosts does not fail: \(error)")
            }
        }
    }

    /// One host that is connected already.
    convenience init(_ host: Host, pace: LivePace = calm, feed: ChangeFeed<LiveChange> = ChangeFeed()) {
        self.init([LiveTarget(name: "here", uri: host.uri) { host }], pace: pace, feed: feed)
    }

    deinit { running.cancel() }

    /// Waits until the picture is as it is to be.
    @discardableResult
    func until(_ holds: (LivePicture) -> Bool) async -> LivePicture {
        var changes = live.changes().makeAsyncIterator()
        while true {
            let picture = await live.snapshot()
            if holds(picture) { return picture }
            _ = await changes.next()
        }
    }
}
