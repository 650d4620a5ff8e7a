import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RoostCore
import Testing

@testable import RoostServer

/// A server whose one host, `test`, is played by libvirt's test driver.
final class APIWorld: Sendable {
    let test: TestServer
    let live: LiveHosts
    private let running: [Task<Void, Never>]

    /// - Parameters:
    ///   - machines: how many there are, which all run: `m0`, `m1` and so on.
    ///   - devices: of each, in XML, besides its display.
    init(machines: Int = 3, devices: String = "") async throws {
        let path = FileManager.default.temporaryDirectory.path + "/roost-api-\(UUID().uuidString).xml"
        let domains = (0..<machines).map {
            """
            <domain type='test'><name>m\($0)</name><title>The \($0)th</title><memory>8192</memory><vcpu>2</vcpu>
            <metadata><r:machine xmlns:r='urn:roost:machine:1'><r:tag>t\($0 % 10)</r:tag></r:machine></metadata>
            <os><type>hvm</type></os><devices><graphics type='vnc' passwd='verysecret'/>\(devices)</devices></domain>
            """
        }
        let xml = """
            <node>\(domains.joined())
              <network><name>default</name><bridge name='virbr0'/><ip address='192.168.122.1' netmask='255.255.255.0'/></network>
              <pool type='dir'><name>images</name><target><path>/images</path></target></pool>
            </node>
            """
        try xml.write(toFile: path, atomically: true, encoding: .utf8)
        let live = LiveHosts(hosts: ["test://\(path)"])
        self.live = live
        test = try await TestServer(live: live)
        let events = test.server.parts.events
        running = [
            Task {
                do {
                    try await live.run()
                } catch {
                    Issue.record("\(error)")
                }
            },
            Task { await events.run() },
        ]
        var changes = live.changes().makeAsyncIterator()
        while await live.snapshot().machines.filter({ $0.title != nil }).count < machines { _ = await changes.next() }
        while await live.snapshot().hosts.first?.state != .connected { _ = await changes.next() }
        try FileManager.default.removeItem(atPath: path)
    }

    deinit { for task in running { task.cancel() } }

    /// The host's name in addresses.
    var host: String { get async { await live.snapshot().hosts[0].name } }

    /// The address of a machine.
    func place(_ name: String) async throws -> String {
        let row = try #require(await live.snapshot().machines.first { $0.name == name })
        return "hosts/\(row.host)/machines/\(row.uuid)"
    }

    /// Somebody of a role. An administrator has given the password once more.
    func run(as role: Role = .administrator, _ body: @escaping @Sendable (TestVisitor) async throws -> Void)
        async throws
    {
        try await test.run { stranger in
            let user = [Role.viewer: "vera", .operator: "olaf", .administrator: "ada"][role] ?? ""
            let visitor = try await stranger.loggedIn(as: user)
            if role == .administrator {
                #expect(try await visitor.api(.post, "session/elevation", #"{"password":"right"}"#).status == 200)
            }
            try await body(visitor)
        }
    }
}
