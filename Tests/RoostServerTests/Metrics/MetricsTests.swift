import HTTPTypes
import Testing

@testable import RoostServer

struct MetricsTests {
    @Test func theTextIsWhatPrometheusReads() {
        let metrics = Metrics()
        metrics.describe("roost_things_total", "Things.")
        metrics.count("roost_things_total", labels: Metrics.labels(["kind": "a\"b\\\n"]))
        metrics.count("roost_things_total", labels: Metrics.labels(["kind": "a\"b\\\n"]), by: 2)
        metrics.gauge("roost_level", "Level.") { 7 }
        #expect(
            metrics.text == """
                # HELP roost_things_total Things.
                # TYPE roost_things_total counter
                roost_things_total{kind="a\\"b\\\\\\n"} 3.0
                # HELP roost_level Level.
                # TYPE roost_level gauge
                roost_level 7.0

                """)
    }

    @Test func addressesThatStrangersMakeUpMakeNoSeries() async throws {
        let server = try await TestServer()
        try await server.run { visitor async throws in
            for number in 0..<50 {
                _ = try await visitor.ask(.get, "/api/v1/made-up-\(number)")
                _ = try await visitor.ask(.get, "/made-up-\(number).js")
                _ = try await visitor.ask(.init("VERB\(number)") ?? .get, "/api/v1/session")
            }
        }
        let lines = server.server.parts.metrics.text.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("roost_http_requests_total{") } <= 3, "\(lines)")
        #expect(lines.contains { $0.hasPrefix("process_resident_memory_bytes ") && !$0.hasSuffix("nan") })
    }

    @Test func theyAreForThoseWithALogin() async throws {
        try await TestServer().run { visitor async throws in
            // The test client has no address, as a stranger's.
            #expect(try await visitor.ask(.get, "/metrics").status == 401)
            let vera = try await visitor.loggedIn(as: "vera")
            #expect(try await vera.ask(.get, "/metrics").body.contains("roost_sessions 1.0"))
        }
    }
}
