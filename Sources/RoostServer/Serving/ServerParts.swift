import RoostCore

/// What the routes are made of. Every route struct takes it whole: `MachineRoutes(parts: parts)`.
struct ServerParts: Sendable {
    let store: Store
    let audit: AuditTrail
    let sessions: Sessions
    let tokens: Tokens
    let doorkeeper: Doorkeeper
    let desk: LoginDesk
    let metrics: Metrics
    let live: LiveHosts
    let past: UsagePast
    let rows: MachineRows
    let operations: OperationCentre
    let events: EventHub
    let uploads: UploadCentre
    let consoles: ConsoleGateway
    let bridges = PendingBridges()
    let connections = ConnectionTimes()
    /// Each runs a script on the host, which takes some seconds: one at a time on each, however many ask.
    let checks = SharedAnswers<HostCheckReport>()

    func check(_ host: Host) async throws(Failure) -> HostCheckReport {
        try await checks.answer(for: host.name) { () async throws(Failure) in try await host.check() }
    }

    /// Ends a session with all that it has open.
    func endSession(_ id: SessionID) async throws(Failure) {
        try await sessions.end(id)
        await consoles.end(session: id)
    }
}
