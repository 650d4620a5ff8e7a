import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import RoostCore

@testable import RoostServer

/// A server with accounts and a clock of the test's own, without a network.
struct TestServer {
    let server: RoostServer
    let accounts: StandInAccounts
    let clock: TestClock

    init(
        store: Store? = nil, accounts: StandInAccounts = .usual(), clock: TestClock = TestClock(),
        live: LiveHosts? = nil, change: (inout ServerSettings) -> Void = { _ in }
    ) async throws {
        var settings = ServerSettings(stateDirectory: "/nonexistent")
        // The test client speaks plain HTTP to "localhost".
        settings.transport = .plain
        settings.listen = ListenAddress(host: "127.0.0.1", port: 0)
        change(&settings)
        let log = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let parts = try await ServerParts(
            settings, store: store ?? .inMemory(), accounts: accounts, live: live,
            throttle: LoginThrottle(now: { clock.instant }), pause: .zero, now: { clock.now }, log: log)
        server = try RoostServer(settings, parts: parts, log: log)
        self.accounts = accounts
        self.clock = clock
    }

    func run(_ body: @escaping @Sendable (TestVisitor) async throws -> Void) async throws {
        try await Application(router: server.router()).test(.router) { client in
            try await body(TestVisitor(client: client))
        }
    }
}
