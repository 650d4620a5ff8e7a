import NIOSSL
import RoostCore
import Testing
import WebSocketTesting

@testable import RoostServer

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The built server over TLS with a host that is reached by ssh, and trouble on both sides.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct FarConsoleTests {
    private static let uuid = "5bd4ba45-1b6b-4c88-9b73-2f5a8c7c0a11"
    private static let machine = """
        <domain type='qemu'><name>t-far</name><uuid>\(uuid)</uuid><memory unit='MiB'>64</memory><vcpu>1</vcpu>
        <os><type arch='x86_64'>hvm</type></os><devices>
        <interface type='network'><source network='default'/></interface>
        <graphics type='vnc' listen='127.0.0.1' autoport='yes' passwd='secret12'/>
        <video><model type='vga'/></video><serial type='pty'/></devices></domain>
        """

    @Test(.labLimit)
    func aFarHostsScreenIsSeenAndBothSidesOutliveAKill() async throws {
        try await FarHostTests.withHost { host, client in
            // A run that failed leaves its machine.
            _ = try await host.run("virsh", "destroy", "t-far")
            try await host.succeeding("sh", "-c", "cat >/run/t-far.xml <<'END'\n\(Self.machine)\nEND")
            try await host.succeeding("virsh", "define", "/run/t-far.xml")
            try await host.succeeding("virsh", "start", "t-far")
            var session: [String] = []
            try await TestConsole.run(
                settings: "hosts: [\"qemu+ssh://root@\(host.name)/system\"]", environment: client.environment,
                isKilled: true
            ) { console in
                session = try await console.logIn(try await console.person(in: "operator")).session
                try await Self.wait(console, session, "connected", reachable: true)
                try await Self.open(console, session) { screen in
                    try await Self.see(&screen)
                    try await host.killLibvirtd()
                    let away = try await Self.wait(console, session, "unreachable", reachable: false)
                    #expect(away.text("why")?.isEmpty == false && away.text("remedy") != nil, "\(away)")
                    let refused = try await console.curl(try await Self.place(console, session) + "/xml", session)
                    #expect(refused.status == 502 || refused.status == 503, "\(refused)")
                    // A screen that is open does not go through libvirt.
                    try await Self.see(&screen)
                    try await host.startLibvirtd()
                    try await Self.wait(console, session, "connected", reachable: true)
                    try await Self.see(&screen)
                }
            } next: { console in
                // The one before was killed: nothing was ended in order, and nothing of it is in the way.
                try await Self.wait(console, session, "connected", reachable: true)
                try await Self.open(console, session) { try await Self.see(&$0) }
            }
            try await host.succeeding("virsh", "destroy", "t-far")
            try await host.succeeding("virsh", "undefine", "t-far")
        }
    }

    private static func see(_ screen: inout RFBClient) async throws {
        let size = screen.size
        var pixels = try await screen.picture(size.width, size.height)
        while !pixels.contains(where: { $0 != pixels[0] }) {
            try await Task.sleep(for: .milliseconds(200))
            pixels = try await screen.picture(size.width, size.height)
        }
    }

    private static func place(_ console: TestConsole, _ session: [String]) async throws -> String {
        let rows = try await console.curl("/api/v1/machines", session)
        return "/api/v1/hosts/\(rows.text("host") ?? "")/machines/\(uuid)"
    }

    /// Waits until the API says so of the host, and of the machine on it.
    @discardableResult
    private static func wait(
        _ console: TestConsole, _ session: [String], _ state: String, reachable: Bool
    ) async throws -> ConsoleAnswer {
        var hosts = ConsoleAnswer("", errors: "")
        try await console.wait("the host being \(state)") {
            hosts = try await console.curl("/api/v1/hosts", session)
            let rows = try await console.curl("/api/v1/machines", session)
            return hosts.text("state") == state && rows.body.contains("\"reachable\":\(reachable)")
        }
        return hosts
    }

    /// The machine's screen, by a ticket and a WebSocket over TLS.
    private static func open(
        _ console: TestConsole, _ session: [String], _ body: @escaping (inout RFBClient) async throws -> Void
    ) async throws {
        let place = try await place(console, session)
        let ticket = try await console.curl("\(place)/tickets", session, body: #"{"kind":"vnc"}"#)
        try #require(ticket.status == 201, "\(ticket)")
        var tls = TLSConfiguration.makeClientConfiguration()
        // curl has looked at the certificate already.
        tls.certificateVerification = .none
        let port = console.number
        try await RawClient.connected(to: port, tls: tls) { connection in
            try await connection.send(
                "GET \(place)/console/vnc HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nOrigin: \(console.address)\r\n"
                    + "\(session[1])\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Protocol: binary, roost.ticket.\(ticket.text("ticket") ?? "")\r\n\r\n")
            let head = try await connection.readHead() ?? ""
            try #require(head.hasPrefix("HTTP/1.1 101"), "\(head)")
            var screen = RFBClient(connection)
            _ = try await screen.begin()
            try await body(&screen)
        }
    }
}
