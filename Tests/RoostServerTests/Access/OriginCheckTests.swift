import HTTPTypes
import Testing

@testable import RoostServer

struct OriginCheckTests {
    private func request(_ authority: String?, origin: String? = nil) -> HTTPRequest {
        var request = HTTPRequest(method: .get, scheme: "https", authority: authority, path: "/")
        request.headerFields[.origin] = origin
        return request
    }

    @Test func aWebSocketNeedsThePagesOwnOrigin() {
        let check = OriginCheck(isSecure: true, origins: [], isLocal: false)
        #expect(check.comesFromOwnPage(request("Host.example:9090", origin: "https://host.example:9090")))
        for origin in [nil, "null", "http://host.example:9090", "https://host.example", "https://evil.example:9090"] {
            #expect(!check.comesFromOwnPage(request("host.example:9090", origin: origin)), "\(origin ?? "-")")
        }
    }

    @Test func aNameThatWasMadeToPointHereIsRefusedOnLoopback() {
        let check = OriginCheck(isSecure: false, origins: [], isLocal: true)
        for host in ["localhost", "localhost:9090", "127.0.0.1:9090", "[::1]:9090"] {
            #expect(check.admitsHost(request(host)), "\(host)")
        }
        for host in [
            nil, "", "evil.example", "localhost.evil.example:9090", "127.0.0.1.evil.example", "a/b", "u@localhost",
        ] {
            #expect(!check.admitsHost(request(host)), "\(host ?? "-")")
        }
    }

    @Test func aRequestHasOneHost() {
        let check = OriginCheck(isSecure: true, origins: [], isLocal: false)
        var twice = request("host.example")
        twice.headerFields[.secondHost] = "evil.example"
        #expect(check.admitsHost(request("host.example")) && !check.admitsHost(twice))
    }

    @Test func behindAProxyOnlyTheGivenOriginsHold() {
        let check = OriginCheck(isSecure: true, origins: ["https://console.example"], isLocal: false)
        #expect(check.admitsHost(request("console.example")) && !check.admitsHost(request("10.0.0.1:9090")))
        #expect(check.comesFromOwnPage(request("console.example", origin: "https://console.example")))
        #expect(!check.comesFromOwnPage(request("console.example", origin: "https://other.example")))
    }

    @Test func theServerAnswersToItsOwnNameOnly() async throws {
        try await TestServer { $0.origins = ["http://console.example"] }.run { visitor async throws in
            #expect(try await visitor.ask(.get, "/healthz").problem == "wrong-host")
        }
    }
}
