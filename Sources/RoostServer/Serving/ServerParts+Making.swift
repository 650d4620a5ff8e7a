import Foundation
import Logging
import RoostCore

extension ServerParts {
    /// Puts the parts together.
    /// - Parameters:
    ///   - accounts: who may log in; tests bring their own.
    ///   - live: the hosts; those of the settings where it is nil.
    ///   - pause: how long a wrong password takes.
    init(
        _ settings: ServerSettings, store: Store, accounts: any Accounts, live: LiveHosts? = nil,
        throttle: LoginThrottle = LoginThrottle(),
        pause: Duration = .seconds(2), now: @escaping @Sendable () -> Date = { Date() }, log: Logger
    ) async throws(Failure) {
        let metrics = Metrics()
        let audit = AuditTrail(store: store, log: log)
        let sessions = try await Sessions(store: store, limits: settings.sessions, now: now)
        let tokens = try await Tokens(store: store, now: now)
        let standings = Standings(accounts: accounts, rules: settings.roles)
        let live = live ?? LiveHosts(hosts: settings.hosts)
        let (rows, operations) = (MachineRows(), OperationCentre())
        let doorkeeper = Doorkeeper(
            sessions: sessions, tokens: tokens, standings: standings, origin: settings.originCheck)
        self.init(
            store: store, audit: audit, sessions: sessions, tokens: tokens, doorkeeper: doorkeeper,
            desk: LoginDesk(
                accounts: accounts, standings: standings, throttle: throttle, audit: audit, metrics: metrics,
                pause: pause),
            metrics: metrics, live: live,
            past: UsagePast(store: store, live: live, keeping: settings.historyKeeping, now: now), rows: rows,
            operations: operations,
            events: EventHub(live: live, rows: rows, operations: operations, audit: audit, log: log),
            uploads: UploadCentre(),
            consoles: ConsoleGateway(access: ConsoleAccess(doorkeeper), audit: audit, log: log) {
                try await live.machine($0, on: $1)
            })
        let open = consoles.consoles
        metrics.gauge("roost_consoles", "Open screens and serial consoles.") { Double(open.count) }
        let feed = events.feed
        metrics.gauge("roost_event_streams", "Open event streams.") { Double(feed.readers) }
        metrics.describe("roost_http_requests_total", "Requests by method, route and status.")
        metrics.describe("roost_http_request_duration_seconds", "How long requests took, by route.")
        metrics.describe("roost_login_failures_total", "Wrong passwords.")
        metrics.count("roost_login_failures_total", by: 0)
        metrics.gauge("roost_sessions", "People who are logged in.") { Double(sessions.all().count) }
        metrics.measureProcess()
    }
}
