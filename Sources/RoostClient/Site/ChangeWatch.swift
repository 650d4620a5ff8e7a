import AsyncHTTPClient
import NIOCore
import RoostCore

/// Follows a server's stream of changes and tells them as events of its hosts, over gaps in the connection too.
struct ChangeWatch: Sendable {
    let site: ServerSite
    let plan: NamePlan<LiveHost>

    typealias Tell = @Sendable (HostEvent, _ host: String) async throws -> Void

    private static let task = "Cannot follow the server's events"

    /// Until the task is cancelled or `tell` throws.
    func run(ready: @Sendable () -> Void, tell: Tell) async throws {
        var changes = ServerChanges(plan)
        var backoff = Backoff()
        var lostAt: ContinuousClock.Instant?
        while true {
            let failure: Failure
            switch await attempt({ () throws(Failure) in try await begin() }) {
            case .success(let (stream, pictures)):
                let missed = changes.look(pictures)
                if let lost = lostAt {
                    for host in changes.hosts { try await tell(.reconnected(after: .now - lost), host) }
                    for (event, host) in missed { try await tell(event, host) }
                } else {
                    ready()
                }
                lostAt = nil
                backoff.reset()
                failure = try await follow(stream, &changes, tell)
            case .failure(let reason): failure = reason
            }
            try Task.checkCancellation()
            guard failure.kind == .unreachable, changes.isBegun else { throw failure }
            if lostAt == nil {
                lostAt = .now
                for host in changes.hosts { try await tell(.disconnected(failure), host) }
            }
            try await Task.sleep(for: backoff.pause())
        }
    }

    /// Opens the stream, and looks then: what changes after the look is in the stream.
    private func begin() async throws(Failure) -> (HTTPClientResponse.Body, [String: HostPicture]) {
        let stream = try await site.server.open(.get(["events"]), task: Self.task)
        return (stream, try await look())
    }

    /// How things stand on the hosts that are meant.
    private func look() async throws(Failure) -> [String: HostPicture] {
        var pictures: [String: HostPicture] = [:]
        for host in plan.members { pictures[host.name] = HostPicture() }
        for row in try await site.machineRows() where pictures[row.host] != nil {
            pictures[row.host]?.things[.init(subject: .machine, uuid: row.uuid)] = .init(row)
        }
        for host in plan.members where host.failure == nil {
            for row in try await site.all(
                ["hosts", host.name, "networks"], of: NetworkSummary.self, task: Self.task)
            {
                pictures[host.name]?.things[.init(subject: .network, uuid: row.uuid)] = .init(
                    row.name, isActive: row.active)
            }
            for row in try await site.all(["hosts", host.name, "pools"], of: PoolSummary.self, task: Self.task) {
                pictures[host.name]?.things[.init(subject: .pool, uuid: row.uuid)] = .init(
                    row.name, isActive: row.active)
            }
        }
        return pictures
    }

    /// - Returns: why the stream has ended.
    private func follow(
        _ stream: HTTPClientResponse.Body, _ changes: inout ServerChanges, _ tell: Tell
    ) async throws -> Failure {
        var reader = EventReader()
        var pieces = stream.makeAsyncIterator()
        while true {
            let events: [EventReader.Event]
            do {
                guard let piece = try await pieces.next() else {
                    return Failure(.unreachable, Self.task, why: "the server has ended the stream")
                }
                events = try reader.take(piece.readableBytesView)
            } catch {
                return ServerFailures.broken(error, site.server.address, task: Self.task)
            }
            for event in events {
                if event.kind == "resync" {
                    for host in changes.hosts { try await tell(.resynchronise(.host), host) }
                    for (event, host) in changes.look(try await look()) { try await tell(event, host) }
                } else {
                    for (event, host) in changes.take(event) { try await tell(event, host) }
                }
            }
        }
    }
}

extension HostPicture.Facts {
    init(_ row: LiveMachine) { self.init(name: row.name, state: row.state, run: row.id) }

    init(_ name: String, isActive: Bool) { self.init(name: name, state: isActive ? .running : .off) }
}
