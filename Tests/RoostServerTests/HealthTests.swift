import Hummingbird
import HummingbirdTesting
import Testing

@testable import RoostServer

struct HealthTests {
    @Test func answersWithoutALogin() async throws {
        let router = Router()
        HealthRoutes<BasicRequestContext>().add(to: router)
        try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "/healthz", method: .get) { #expect($0.status == .ok) }
        }
    }
}
