import RoostCore
import Testing

/// A supervised host with a real libvirtd that stops answering.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct LiveHostTests {
    @Test(.labLimit) func aHostThatDiesIsSaidToBeAwayAndComesBackWithWhatChanged() async throws {
        try await FarHostTests.withHost { host, _ in
            let live = LiveHosts(
                hosts: ["qemu+unix:///system?socket=\(try host.socket)"],
                pace: LivePace(backoff: Backoff(first: .milliseconds(200), longest: .seconds(1))))
            let running = Task { try await live.run() }
            defer { running.cancel() }
            try await until(live) { $0.hosts.first?.state == .connected }

            try await host.succeeding("sh", "-c", FarHostTests.definition("t-live"))
            try await until(live) { picture in
                picture.machines.contains { $0.name == "t-live" && $0.state == .off && $0.vcpus != nil }
            }
            try await host.succeeding("virsh", "desc", "t-live", "--title", "From virsh", "--config")
            try await until(live) { $0.machines.first { $0.name == "t-live" }?.title == "From virsh" }
            try await host.succeeding("virsh", "start", "t-live")
            try await until(live) { $0.machines.first { $0.name == "t-live" }?.usage?.cpuPercent != nil }

            try await host.freeze()
            let away = try await until(live) { $0.hosts.first?.state == .unreachable }
            #expect(away.hosts.first?.why?.isEmpty == false)
            #expect(away.machines.first { $0.name == "t-live" }?.reachable == false)
            try await host.thaw()
            try await host.succeeding("virsh", "destroy", "t-live")
            try await host.succeeding("virsh", "undefine", "t-live")
            let back = try await until(live) { picture in
                picture.hosts.first?.state == .connected && !picture.machines.contains { $0.name == "t-live" }
            }
            #expect(back.hosts.first?.why == nil)
        }
    }

    /// The test's time limit ends it.
    @discardableResult
    private func until(_ live: LiveHosts, _ holds: (LivePicture) -> Bool) async throws -> LivePicture {
        var changes = live.changes().makeAsyncIterator()
        while true {
            try Task.checkCancellation()
            let picture = await live.snapshot()
            if holds(picture) { return picture }
            _ = await changes.next()
        }
    }
}
