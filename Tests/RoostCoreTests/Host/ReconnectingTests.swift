import Libvirt
import Synchronization
import Testing

@testable import RoostCore

@Suite struct ReconnectingTests {
    private static let lost = Failure(.unreachable, "Cannot look", why: "the link was cut")

    private static func host() async throws -> Host {
        let uri = try HostURI("test:///default")
        return Host(name: "test", uri: uri, connection: try await Connection.open(uri: uri.text))
    }

    private static func quick(
        _ connect: @escaping @Sendable (Host) async throws(Failure) -> Host
    ) -> Reconnecting {
        Reconnecting(backoff: Backoff(first: .milliseconds(1), longest: .milliseconds(4)), connect: connect)
    }

    @Test func theWorkGoesOnWithTheNewHost() async throws {
        let (first, second) = (try await Self.host(), try await Self.host())
        let attempts = Mutex(0)
        let notices = Mutex<[String]>([])
        let reconnecting = Self.quick { _ throws(Failure) in
            let number = attempts.withLock {
                $0 += 1
                return $0
            }
            guard number >= 3 else { throw Self.lost }
            return second
        }
        let end = try await reconnecting.run(from: first) { notice in
            let word =
                switch notice {
                case .lost(let failure): "lost: \(failure.why ?? "")"
                case .back: "back"
                }
            notices.withLock { $0.append(word) }
        } _: { host in
            if host === first { throw Self.lost }
            return host === second
        }
        #expect(end)
        #expect(attempts.withLock { $0 } == 3)
        #expect(notices.withLock { $0 } == ["lost: the link was cut", "back"])
    }

    @Test func whatIsNoLossEndsTheWork() async throws {
        let host = try await Self.host()
        let failure = await #expect(throws: Failure.self) {
            try await Self.quick { _ in host }.run(from: host) { _ in
                Issue.record("nothing was lost")
            } _: { _ in
                throw Failure(.state, "It is off")
            }
        }
        #expect(failure?.kind == .state)
    }

    @Test func aHostThatLetsNobodyInIsGivenUp() async throws {
        let host = try await Self.host()
        let reconnecting = Self.quick { _ throws(Failure) in throw Failure(.permission, "Cannot connect") }
        let failure = await #expect(throws: Failure.self) {
            try await reconnecting.run(from: host) { _ in
            } _: { _ in
                throw Self.lost
            }
        }
        #expect(failure?.kind == .permission)
    }

    /// A connection attempt may hang for as long as it likes.
    @Test(.timeLimit(.minutes(1))) func theWaitingCanBeStopped() async throws {
        let host = try await Self.host()
        let (tries, tried) = AsyncStream.makeStream(of: Void.self)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let reconnecting = Self.quick { _ throws(Failure) in
            tried.yield()
            await Task { for await _ in gate {} }.value
            throw Self.lost
        }
        let work = Task {
            try await reconnecting.run(from: host) { _ in
            } _: { _ in
                throw Self.lost
            }
        }
        for await _ in tries { break }
        work.cancel()
        await #expect(throws: CancellationError.self) { try await work.value }
        open.finish()
    }

    @Test func manyWhoLostAHostShareTheNext() async throws {
        let host = try await Self.host()
        let next = try await withThrowingTaskGroup(of: ObjectIdentifier.self) { group in
            for _ in 0..<20 { group.addTask { ObjectIdentifier(try await host.again()) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(next.count == 1)
    }

    @Test func thePausesGrowToALimit() {
        var backoff = Backoff(first: .seconds(1), longest: .seconds(8))
        for base in [1, 2, 4, 8, 8] {
            let pause = backoff.pause()
            #expect((Duration.seconds(base) * 0.8)...(Duration.seconds(base) * 1.2) ~= pause)
        }
        backoff.reset()
        #expect(backoff.pause() <= .seconds(1) * 1.2)
    }
}
