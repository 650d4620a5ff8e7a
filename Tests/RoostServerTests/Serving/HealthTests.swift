import HTTPTypes
import Testing

@testable import RoostServer

struct HealthTests {
    @Test func answersWithoutALogin() async throws {
        try await TestServer().run { visitor async throws in
            #expect(try await visitor.ask(.get, "/healthz").status == 200)
            #expect(try await visitor.ask(.get, "/api/v1/none").status == 404)
        }
    }
}
