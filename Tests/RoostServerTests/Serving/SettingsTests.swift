import Foundation
import RoostCore
import Testing

@testable import RoostServer

struct SettingsTests {
    private func read(
        _ options: [String: String] = [:], _ environment: [String: String] = [:], _ yaml: String? = nil
    ) async throws -> ServerSettings {
        let path = FileManager.default.temporaryDirectory.path() + "t-\(UInt32.random(in: 0..<1_000_000)).yaml"
        if let yaml { try Data(yaml.utf8).write(to: URL(filePath: path)) }
        defer { if yaml != nil { try? FileManager.default.removeItem(atPath: path) } }
        return try await ServerSettings(
            options: options, environment: environment.merging(["HOME": "/h"]) { one, _ in one },
            file: yaml.map { _ in path })
    }

    @Test func optionsComeBeforeTheEnvironmentAndThatBeforeTheFile() async throws {
        let yaml = """
            listen: "192.0.2.1:1"
            web-root: /file
            pam-service: cockpit
            administrators: [admins, wheel]
            idle-minutes: 5
            history-days: 0
            local-metrics: true
            """
        let environment = ["ROOST_SERVE_LISTEN": "192.0.2.2:2", "ROOST_SERVE_WEB_ROOT": "/environment"]
        let settings = try await read(["listen": "192.0.2.3:3"], environment, yaml)
        #expect(settings.listen == ListenAddress(host: "192.0.2.3", port: 3))
        #expect(settings.webRoot == "/environment" && settings.pamService == "cockpit" && settings.idle == 300)
        #expect(settings.roles.administrators == ["admins", "wheel"] && settings.roles.operators == ["libvirt"])
        #expect(settings.historyKeeping == 0 && settings.metricsAreOpenNearby)
        let usual = try await read()
        #expect(usual.historyKeeping == 30 * 86_400 && !usual.metricsAreOpenNearby)
    }

    @Test(arguments: [
        "lisen: 9090", "idle-minutes: soon", "idle-minutes: 0", "http: perhaps", "- listen", "listen: [1",
        "origins: [ftp://x]",
        "certificate: /a", "connections: 1000000000", "history-days: -1", "history-days: 400", "local-metrics: 2",
    ])
    func whatIsNotUnderstoodIsRefused(yaml: String) async throws {
        let failure = await #expect(throws: Failure.self) { try await read([:], [:], yaml) }
        #expect(failure?.kind == .usage)
        await #expect(throws: Failure.self) { try await read([:], ["ROOST_SERVE_LISEN": "9090"]) }
    }

    @Test func plainHTTPStaysOnThisComputer() async throws {
        #expect(try await read(["http": "true"]).listen == ListenAddress(host: "127.0.0.1", port: 9090))
        #expect(try await read(["http": "true", "listen": "[::1]:80"]).transport == .plain)
        for address in ["0.0.0.0:80", "9090", "192.0.2.1", "127.0.0.1.example.com:80", "[::]:80", "127.1:80"] {
            await #expect(throws: Failure.self, "\(address)") { try await read(["http": "true", "listen": address]) }
        }
    }

    @Test(
        arguments: [
            ("9090", nil, 9090), (":80", nil, 80), ("192.0.2.1", "192.0.2.1", 9090), ("::1", "::1", 9090),
            ("[::1]:1", "::1", 1),
            ("[::1]", "::1", 9090), ("*:7", nil, 7), ("host.example:7", "host.example", 7),
        ] as [(String, String?, Int)])
    func addresses(text: String, host: String?, port: Int) throws {
        #expect(try ListenAddress(text) == ListenAddress(host: host, port: port))
    }

    @Test(arguments: ["x:y", "1.2.3.4:99999", "[::1]x", "a b:1", ":-1"])
    func whatIsNoAddress(text: String) {
        #expect(throws: Failure.self) { try ListenAddress(text) }
    }

    @Test(
        arguments: [
            ("127.0.0.1", [127, 0, 0, 1]), ("::1", Array(repeating: 0, count: 15) + [1]),
            ("fe80::1%eth0", [0xfe, 0x80] + Array(repeating: 0, count: 13) + [1]),
            ("::ffff:1.2.3.4", Array(repeating: 0, count: 10) + [255, 255, 1, 2, 3, 4]),
        ] as [(String, [UInt8])])
    func bytesOfAddresses(text: String, bytes: [UInt8]) { #expect(IPBytes(text)?.bytes == bytes) }

    @Test(arguments: ["", "1.2.3", "1.2.3.256", "1.2.3.4.5", ":::", "1::2::3", "12345::", "1:2:3:4:5:6:7", "g::"])
    func whatHasNoBytes(text: String) { #expect(IPBytes(text) == nil) }
}
