import Hummingbird
import HummingbirdTesting
import Testing

@testable import RoostServer

struct HealthTests {
    @Test func answersWithoutALogin() async throws {
        let store = try Store.inMemory()
        let server = RoostServer(parts: ServerParts(store: store, audit: AuditTrail(store: store)))
        try await Application(router: server.router()).test(.router) { client in
            try await client.execute(uri: "/healthz", method: .get) { #expect($0.status == .ok) }
        }
    }
}
