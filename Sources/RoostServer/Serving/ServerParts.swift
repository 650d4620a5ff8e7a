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

    /// Ends a session with all that it has open.
    func endSession(_ id: SessionID) async throws(Failure) {
        try await sessions.end(id)
        await consoles.end(session: id)
    }
}
