/// What the routes are made of. Every route struct takes it whole: `MachineRoutes(parts: parts)`.
struct ServerParts: Sendable {
    let store: Store
    let audit: AuditTrail
}
