import Foundation
import Logging
import NIOCore
import Synchronization
import Testing

@testable import RoostClient
@testable import RoostCore
@testable import RoostServer

/// A server with TLS, made-up accounts and hosts that libvirt's test driver plays, and clients of it.
final class ClientWorld: Sendable {
    let folder: String
    let locator: HostLocator
    let address: ServerURL
    let fingerprint: String
    private let running: [Task<Void, Never>]
    private let open = Mutex<[ServerConnection]>([])

    /// Makes the world for the length of a test.
    /// - Parameters:
    ///   - hosts: their names.
    ///   - machines: of each: `m0`, `m1` and so on, which all run.
    ///   - devices: of each machine, in XML, besides its display.
    static func run(
        hosts: [String] = ["alpha"], machines: Int = 3, devices: String = "",
        _ body: (ClientWorld) async throws -> Void
    ) async throws {
        let world = try await ClientWorld(hosts: hosts, machines: machines, devices: devices)
        do {
            try await body(world)
        } catch {
            await world.end()
            throw error
        }
        await world.end()
    }

    private init(hosts: [String], machines: Int, devices: String) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/roost-client-\(UUID().uuidString)"
        self.folder = folder
        try FileManager.default.createDirectory(atPath: "\(folder)/roost", withIntermediateDirectories: true)
        for (number, host) in hosts.enumerated() {
            try Self.node(machines, devices, number).write(
                toFile: "\(folder)/\(host).xml", atomically: true, encoding: .utf8)
        }
        let file = "hosts:\n" + hosts.map { "  \($0):\n    uri: test://\(folder)/\($0).xml\n" }.joined()
        try file.write(toFile: "\(folder)/roost/hosts.yaml", atomically: true, encoding: .utf8)
        let locator = HostLocator(
            environment: { $0 == "XDG_CONFIG_HOME" ? folder : nil },
            connect: { target, questions throws(Failure) in
                try await Host.connect(to: target.uri, name: target.givenName, questions: questions)
            })
        self.locator = locator
        let live = LiveHosts(locator: locator)
        var settings = ServerSettings(stateDirectory: "\(folder)/state")
        settings.transport = .selfMade
        settings.listen = ListenAddress(host: "127.0.0.1", port: 0)
        let log = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let store = try Store(directory: settings.stateDirectory)
        let parts = try await ServerParts(
            settings, store: store, accounts: People(), live: live, pause: .zero, log: log)
        let server = try RoostServer(settings, parts: parts, log: log)
        let (ready, isReady) = AsyncStream.makeStream(of: Int.self)
        running = [
            Task {
                do {
                    try await server.run { isReady.yield(Self.port($0)) }
                } catch {
                    Issue.record("\(error)")
                }
                isReady.finish()
            }
        ]
        var port = 0
        for await found in ready {
            port = found
            break
        }
        address = try ServerURL("https://127.0.0.1:\(port)")
        fingerprint = try await ServerCertificate.shown(by: address).fingerprint
        var changes = live.changes().makeAsyncIterator()
        while await live.snapshot().machines.filter({ $0.title != nil }).count < machines * hosts.count {
            _ = await changes.next()
        }
        while await live.snapshot().hosts.contains(where: { $0.state != .connected }) { _ = await changes.next() }
    }

    private static func port(_ address: ServerAddress) -> Int { address.port }

    private static func node(_ machines: Int, _ devices: String, _ host: Int) -> String {
        let domains = (0..<machines).map { number in
            """
            <domain type='test'><name>m\(number)</name>
            <uuid>00000000-0000-0000-000\(host)-\(String(repeating: "0", count: 12 - "\(number)".count))\(number)</uuid>
            <title>The \(number)th</title><memory>8192</memory><vcpu>2</vcpu>
            <metadata><r:machine xmlns:r='urn:roost:machine:1'><r:tag>t\(number % 10)</r:tag></r:machine></metadata>
            <os><type>hvm</type></os><devices><graphics type='vnc' passwd='verysecret'/>\(devices)</devices></domain>
            """
        }
        return """
            <node>\(domains.joined())
              <network><name>default</name><uuid>00000000-0000-0000-100\(host)-000000000000</uuid><bridge name='virbr0'/>
                <ip address='192.168.122.1' netmask='255.255.255.0'/></network>
              <pool type='dir'><name>images</name><uuid>00000000-0000-0000-200\(host)-000000000000</uuid>
                <target><path>/images</path></target></pool>
            </node>
            """
    }

    /// The hosts, spoken to directly.
    var fleet: Fleet { Fleet(all: true, locator: locator, canAsk: false) }

    /// The server's own certificate.
    func trust() async throws -> ServerTrust { .pinned(try await ServerCertificate.shown(by: address).text) }

    /// Logs in by name and password.
    func logIn(_ role: String? = "administrator", as user: String = "ada", password: String = "right") async throws
        -> ServerEntry
    {
        try await ServerLogin(user: user, password: Secret(password), role: role, days: 1, name: "test")
            .run(at: address, trust: try await trust())
    }

    /// The hosts, through the server.
    func site(_ role: String? = "administrator", as user: String = "ada", hosts: [String] = []) async throws
        -> ServerSite
    {
        ServerSite(try await connection(token: try await logIn(role, as: user).token.revealed), hosts: hosts)
    }

    func connection(token: String?, trust: ServerTrust? = nil) async throws -> ServerConnection {
        let usual = try await self.trust()
        let connection = try ServerConnection(to: address, trust: trust ?? usual, token: token)
        open.withLock { $0.append(connection) }
        return connection
    }

    /// A certificate that another server has made for itself, as PEM.
    static func otherCertificate() async throws -> String { try SelfMadeCertificate.make().certificate }

    private func end() async {
        for connection in open.withLock({ $0 }) { await connection.close() }
        for task in running { task.cancel() }
        for task in running { await task.value }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Everybody's password is `right`.
    private final class People: Accounts {
        private let groups: [String: Set<String>] = [
            "ada": ["sudo"], "olaf": ["libvirt"], "vera": ["roost-viewer"],
        ]

        func authenticate(user: String, password: String, address: String) async throws(AccountRefusal) -> Account {
            guard password == "right" else { throw .refused }
            return try await account(user)
        }

        func account(_ user: String) async throws(AccountRefusal) -> Account {
            guard let own = groups[user] else { throw .refused }
            return Account(name: user, isRoot: false, groups: own)
        }
    }
}
