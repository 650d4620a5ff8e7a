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
    let rows: MachineRows
    let operations: OperationCentre
    let events: EventHub
    let uploads: UploadCentre
    let consoles: ConsoleGateway
}
